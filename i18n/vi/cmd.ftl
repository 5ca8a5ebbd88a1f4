## Chữ của dòng lệnh. cli-<lệnh> là lời giới thiệu lệnh; .<tùy chọn> là lời giải thích; .<tùy chọn>-value là tên giá trị.

cli = hoaban dựng cổng thông tin song ngữ từ các tệp Markdown
    .long = Bắt đầu một cổng mới: hoaban init ten-thu-muc, rồi vào thư mục ấy và chạy hoaban serve.
    .lang = Ngôn ngữ của các lời báo: vi hoặc en (mặc định: theo biến HOABAN_LANG, rồi theo máy)
    .lang-value = NGÔN-NGỮ
    .portal = Thư mục của cổng (mặc định: thư mục đang đứng, hoặc thư mục cha gần nhất có tệp portal.toml)
    .portal-value = THƯ-MỤC
    .version = Cho biết phiên bản
    .help = Cho biết cách dùng
cli-usage = Cách dùng
cli-commands = Các lệnh
cli-arguments = Tham số
cli-options = Tùy chọn
cli-options-placeholder = tùy chọn
cli-command-placeholder = lệnh

cli-init = Tạo một cổng thông tin nhỏ, chạy được ngay, có đủ hai ngôn ngữ
    .dir = Thư mục chưa có, hoặc còn trống
    .dir-value = thư-mục

cli-new = Tạo một bài mới, có tệp cho từng ngôn ngữ, phần đầu trang điền sẵn theo loại bài
    .long = Ví dụ: hoaban new place "travel/Đồi A1" tạo thư mục content/travel/doi-a1 với index.vi.md và index.en.md. Không ghi đè lên tệp đã có.
    .ty = Loại bài, ví dụ: article, news, place, event
    .ty-value = loại
    .place = Mục và tên bài; tên có dấu được đổi thành không dấu
    .place-value = mục/tên
    .title = Tiêu đề bằng ngôn ngữ gốc
    .title-value = TIÊU-ĐỀ

cli-build = Dựng toàn bộ cổng thông tin thành các trang web hoàn chỉnh
    .long = Các trang nằm trong thư mục public của cổng. Nếu còn lỗi thì không có gì thay đổi ở đó. Mã kết thúc: 0 là xong, 1 là còn lỗi trong nội dung, 2 là gọi lệnh sai hoặc không đọc, không ghi được tệp.
    .now = Coi như bây giờ là lúc này, theo giờ của cổng: 2026-11-01, 2026-11-01T08:00 hoặc 2026-11-01T08:00:00+07:00
    .now-value = LÚC
    .drafts = Dựng cả bản nháp và bài hẹn ngày đăng
    .memory = Bộ nhớ tối đa khi xử lý ảnh, tính bằng MiB (mặc định theo portal.toml, hoặc 512)
    .memory-value = MIB
    .out = Thư mục chứa các trang (mặc định: public trong thư mục của cổng)
    .out-value = THƯ-MỤC
    .keep-going = Dù còn lỗi vẫn ghi những trang dựng được
    .strict = Coi cảnh báo là lỗi
    .format = Cách in lỗi: human, short, json, sarif hoặc github (mặc định: human)
    .format-value = CÁCH-IN

cli-check = Kiểm tra toàn bộ cổng thông tin, nêu mọi lỗi và cách sửa, không ghi gì
    .long = Mã kết thúc: 0 là không có lỗi, 1 là có lỗi, 2 là gọi lệnh sai hoặc không đọc được tệp.
    .format = Cách in lỗi: human, short, json, sarif hoặc github (mặc định: human)
    .format-value = CÁCH-IN
    .strict = Coi cảnh báo là lỗi
    .now = Coi như bây giờ là lúc này, theo giờ của cổng: 2026-11-01 hoặc 2026-11-01T08:00
    .now-value = LÚC
    .drafts = Kiểm tra cả bản nháp và bài hẹn ngày đăng
    .memory = Bộ nhớ tối đa khi xử lý ảnh, tính bằng MiB (mặc định theo portal.toml, hoặc 512)
    .memory-value = MIB

cli-serve = Mở cổng thông tin trên máy này để vừa viết vừa xem; lưu tệp là trang tự tải lại
    .port = Số hiệu cổng mạng (mặc định: 4747, hoặc số kế tiếp còn trống)
    .port-value = SỐ
    .host = Địa chỉ lắng nghe (mặc định: 127.0.0.1, chỉ máy này xem được)
    .host-value = ĐỊA-CHỈ
    .drafts = Hiện cả bản nháp và bài hẹn ngày đăng
    .memory = Bộ nhớ tối đa khi xử lý ảnh, tính bằng MiB (mặc định theo portal.toml, hoặc 512)
    .memory-value = MIB

cli-list = Liệt kê các bài: ngôn ngữ, tình trạng, ngày đăng, vì sao chưa đăng
    .section = Chỉ liệt kê bài trong các mục này, ví dụ: travel news
    .section-value = mục
    .format = Cách in: table hoặc json (mặc định: table)
    .format-value = CÁCH-IN
    .now = Coi như bây giờ là lúc này, theo giờ của cổng: 2026-11-01 hoặc 2026-11-01T08:00
    .now-value = LÚC

cli-cache = Xem hoặc dọn kho ảnh mà các lần dựng trước đã làm ra
    .long = Kho nằm trong thư mục .hoaban/pictures của cổng. Có thể chép kho sang máy khác, cũng có thể xóa đi: ảnh nào thiếu thì lần dựng sau làm lại. stats cho biết kho có gì; prune xóa những tệp mà cổng hiện nay, kể cả bản nháp, không dùng tới.
    .task = stats: xem kho; prune: dọn kho
    .task-value = việc
    .older = Khi dọn kho: xóa những tệp đã chừng này ngày không lần dựng nào dùng tới, và chỉ những tệp ấy
    .older-value = SỐ-NGÀY

cli-pictures = Liệt kê ảnh: kích thước, hồ sơ màu, các bản đăng, những gì còn thiếu
    .long = Với --adopt, những gì ảnh tự ghi (tác giả, giấy phép, chú thích, alt) được chép vào tệp thông tin đặt cạnh ảnh, chẳng hạn anh.jpg.toml. Điều đã ghi sẵn trong tệp ấy được giữ nguyên. Hãy đọc lại các dòng mới trước khi đăng.
    .adopt = Ghi tệp thông tin từ những gì ảnh tự ghi
    .format = Cách in: human hoặc json (mặc định: human)
    .format-value = DẠNG

cli-search = Tìm trong cổng đã dựng, đúng như người đọc tìm
    .long = Hỏi chỉ mục trong public/search, ra đúng những trang và đúng thứ tự như ô tìm kiếm trên cổng. Không cần gõ dấu (dien bien phu); đã gõ dấu thì tên khác dấu không lẫn vào. Cần dựng cổng trước.
    .query = Điều cần tìm; nhiều từ cũng không cần đặt trong ngoặc kép
    .query-value = từ
    .index = Tìm trong các trang của ngôn ngữ này (mặc định theo --lang, hoặc ngôn ngữ đầu tiên của cổng)
    .index-value = NGÔN-NGỮ
    .dir = Thư mục của cổng đã dựng (mặc định: public)
    .dir-value = THƯ-MỤC
    .limit = Số kết quả nhiều nhất (mặc định: 10)
    .limit-value = SỐ
    .typing = Coi từ cuối là từ còn gõ dở
    .json = In JSON
    .stats = In dung lượng của chỉ mục: các tệp, những khóa và câu hỏi nặng nhất

cli-explain = Giải thích một quy tắc kiểm tra: vì sao là lỗi, sửa thế nào
    .rule = Tên quy tắc, ví dụ: link-unknown (để trống thì liệt kê tất cả)
    .rule-value = quy-tắc

cli-completions = In đoạn mã để gõ lệnh nhanh bằng phím Tab
    .shell = bash, zsh, fish, elvish hoặc powershell
    .shell-value = chương-trình

cli-man = In trang hướng dẫn cho lệnh man
    .dir = Thư mục để ghi mỗi lệnh một trang (để trống thì in trang chính)
    .dir-value = thư-mục

cli-help = Cho biết cách dùng một lệnh
    .command = Tên lệnh
    .command-value = lệnh

## Gọi lệnh sai.

cli-error = Gọi lệnh sai
    .command = không có lệnh “{ $command }”
    .no-command = thiếu tên lệnh
    .argument = không dùng được “{ $argument }{ $value }” ở đây
    .value = giá trị “{ $value }” không dùng được cho { $argument }
    .value-known = giá trị “{ $value }” không dùng được cho { $argument }; hãy chọn: { $known }
    .no-value = thiếu giá trị cho { $argument }
    .missing = còn thiếu: { $argument }
    .conflict = “{ $argument }” ghi hai lần, hoặc không đi cùng được với “{ $other }”
    .not-text = có chữ không phải Unicode (UTF-8)
    .other = gọi lệnh sai
    .nearest = có phải bạn muốn viết “{ $nearest }”?
    .help = Xem cách dùng: { $command }

## Chung cho các lệnh.

cmd-error = { $message }
    .now = “{ $value }” không phải là ngày giờ; hãy viết 2026-11-01, 2026-11-01T08:00 hoặc 2026-11-01T08:00:00+07:00
    .portal = không có thư mục { $path }
    .read = không đọc được { $path }: { $message }
    .write = không ghi được { $path }: { $message }
    .list = không có mục nào tên là “{ $key }”
    .interrupted = Đã dừng. Thư mục { $out } vẫn như cũ.
io-denied = không có quyền
io-full = ổ đĩa đã đầy
io-read-only = ổ đĩa chỉ cho đọc
io-no-folder = có tệp đứng ở chỗ của thư mục
io-missing = không có tệp hay thư mục ấy
cmd-nearest = có phải bạn muốn viết “{ $nearest }”?

## build

build-done = Đã dựng { $pages } trang vào { $out } trong { $seconds } giây: ghi { $written } tệp, giữ nguyên { $kept }, xóa { $deleted }.
build-partly = Còn lỗi, nhưng đã ghi những trang dựng được ({ $pages } trang) vào { $out } trong { $seconds } giây: ghi { $written } tệp, giữ nguyên { $kept }, xóa { $deleted }.
build-refused = Còn lỗi nên chưa ghi gì; thư mục { $out } vẫn như cũ.
    .strict = Còn cảnh báo (--strict) nên chưa ghi gì; thư mục { $out } vẫn như cũ.
build-left = Để nguyên { $count } tệp trong { $out } không còn được xuất bản nhưng đã có người sửa: { $names }
build-foreign = chưa ghi gì vì những tệp này không phải do hoaban ghi, và hoaban không ghi đè lên tệp của người khác: { $names }
build-locked = đang có một lần dựng khác ghi vào { $out }; hãy chờ xong rồi chạy lại
build-unkept = Không giữ được ảnh đã làm ra cho lần dựng sau: { $message }
build-skipped = Chưa đăng { $count } bài:
build-due = Cần dựng lại lúc { $when }, khi có bài tới giờ đăng hoặc hết hạn.
build-due-none = Không có bài nào đang chờ tới giờ.
build-progress = đang dựng
build-out-inside = không dựng vào { $path } được vì ở đó có tệp nguồn của cổng; hãy chọn thư mục khác cho --out

## list, và những bài build bỏ qua

list-key = KHÓA
list-type = LOẠI
list-languages = NGÔN NGỮ
list-status = TÌNH TRẠNG
list-published = NGÀY ĐĂNG
list-updated = CẬP NHẬT
list-missing = chưa có { $languages }
list-none = Chưa có bài nào.
status-published = đã đăng
    .until = đã đăng, tới { $when } thì gỡ
status-draft = bản nháp
status-scheduled = hẹn đăng lúc { $when }
    .unknown = hẹn đăng
status-expired = hết hạn từ { $when }
    .unknown = hết hạn
status-withdrawn = đã gỡ

## search

search-found = Tìm thấy { $count } trang cho “{ $query }”
    .none = Không tìm thấy trang nào cho “{ $query }”
    .some = Không trang nào có đủ các từ của “{ $query }”; { $count } trang có một phần
search-fixed = Kết quả cho “{ $fixed }”, thay cho “{ $query }”
search-more = và { $count } trang nữa (--limit)
search-error = { $path }
    .none = chưa có chỉ mục tìm kiếm trong { $path }; hãy chạy hoaban build trước
    .missing = chỉ mục tìm kiếm bị thiếu tệp { $path }; hãy chạy lại hoaban build
    .broken = chỉ mục tìm kiếm bị hỏng: không đọc được { $path }; hãy chạy lại hoaban build
    .language = cổng không có trang nào để tìm bằng “{ $lang }”; cổng có: { $known }
search-stats = Chỉ mục “{ $lang }”: { $count } trang
    .manifest = bảng kê
    .shards = từ
    .cards = kết quả
    .suggest = cụm từ để sửa lỗi gõ
    .facets = bộ lọc
    .keys = Những khóa nặng nhất:
    .queries = Nặng nhất trong { $count } cụm từ hay gặp, khi là câu hỏi đầu tiên (gzip; trung bình { $mean }):
search-weight = { $count } tệp, { $bytes }, { $packed } khi nén gzip

## cache

cache-stats = Kho ảnh { $path } có { $count } tệp, { $size }; tệp lâu không dùng nhất được dùng lần cuối ngày { $day }.
    .empty = Kho ảnh { $path } đang trống.
cache-pruned = Đã xóa { $count } tệp ({ $size }) trong kho ảnh, còn { $left } tệp.

## pictures

pictures-path = ẢNH
pictures-size = ĐIỂM ẢNH
pictures-bytes = DUNG LƯỢNG
pictures-profile = HỒ SƠ MÀU
pictures-renditions = BẢN ĐĂNG
pictures-saved = GIẢM ĐƯỢC
pictures-notes = CẦN XEM LẠI
pictures-none = Chưa có ảnh nào.
pictures-rendered = đã dựng
    .none = { $planned }, chưa dựng
pictures-unusable = không dùng được (xem hoaban check)
pictures-unused = chưa trang nào dùng
pictures-no-credit = thiếu nguồn ảnh
pictures-no-licence = thiếu giấy phép
pictures-no-alt = thiếu alt ({ $languages })
pictures-gps = có tọa độ GPS
pictures-serial = có số máy
pictures-total = { $count } ảnh, { $size }
    .renditions = Đã dựng { $made } trên { $planned } bản đăng, { $size }
    .gps = { $count } ảnh có tọa độ GPS; bản đăng thì không bao giờ có
pictures-hint = { $count } ảnh tự ghi nhiều điều mà tệp thông tin của ảnh chưa có; chạy hoaban pictures --adopt để ghi lại.
pictures-adopt-none = Không ảnh nào tự ghi thêm điều gì ngoài tệp thông tin của ảnh.
pictures-adopted = Đã ghi; hãy đọc lại trước khi đăng:
pictures-not-adopted = Chưa ghi, vì trong các tệp này không có chỗ chèn an toàn; hãy tự thêm:

## explain

explain-unknown = không có quy tắc nào tên là “{ $rule }”
explain-all = Chạy hoaban explain để xem mọi quy tắc.

## init

init-done = Đã tạo cổng trong { $path } ({ $count } tệp).
init-next = Bước tiếp theo:
init-next-serve = mở http://127.0.0.1:4747/ trong trình duyệt
init-not-empty = thư mục { $path } đã có tệp; hãy chọn một thư mục trống hoặc chưa có

## new

new-done = Đã tạo bài { $key }:
new-next = Bài đang là bản nháp; viết xong thì đổi status thành "published".
new-type-unknown = không có loại bài nào tên là “{ $type }”
    .known = các loại bài: { $known }
new-section-unknown = không có mục nào tên là “{ $section }”
    .known = các mục: { $known }
    .make = muốn có mục mới thì tạo trước tệp { $file }
new-name-empty = tên bài “{ $name }” không còn chữ nào sau khi bỏ dấu; hãy đặt tên bằng chữ Latinh
new-taken = đã có { $path }; hoaban không ghi đè lên bài đã có
new-title = Tiêu đề, viết có dấu đầy đủ
    .translation = Tiêu đề bằng { $language-name }
new-slug = Phần cuối của địa chỉ; bỏ trống thì lấy từ tiêu đề
new-summary = Tóm tắt một, hai câu, hiện trong danh sách và khi chia sẻ
new-published = Ngày đăng, có thể kèm giờ: 2026-03-13T08:00:00; ngày ở tương lai thì tới lúc đó mới đăng
new-status = draft: bản nháp; published: cho đăng; withdrawn: đã gỡ
new-tags = Từ khóa, theo mã trong content/_data/terms.toml
new-places = Địa danh, theo mã trong content/_data/places.toml
new-expires = Hết hạn từ lúc này
new-authors = Người viết, người chụp ảnh, người dịch (role: text, photo, translation, edit)
new-body = Viết nội dung bài ở đây.
new-cover = Ảnh đại diện, đặt cạnh tệp này; alt là lời mô tả cho người không xem được ảnh
new-cover-translation = Lời mô tả và chú thích của ảnh đại diện bằng { $language-name }
new-fields = Các trường riêng của loại bài “{ $type }”
new-required = (bắt buộc)
new-shared = Ngày đăng, ảnh và các trường dùng chung khác chỉ ghi ở { $file }.
new-choices = Chọn một trong: { $known }
new-unit = đơn vị: { $unit }
new-translation-state = Tình trạng bản dịch: machine (máy dịch), draft (nháp), reviewed (đã duyệt), official (chính thức)

## Trang man

man-name = TÊN
man-synopsis = CÁCH DÙNG
man-description = MÔ TẢ
man-version = PHIÊN BẢN
man-manual = Hướng dẫn sử dụng hoaban
