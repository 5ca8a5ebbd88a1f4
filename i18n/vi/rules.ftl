## Lời báo của từng quy tắc kiểm tra. Mã = tên quy tắc: giá trị là điều sai; cause… là điều sai khác,
## help… là cách sửa, related… là chú thích cho nơi có liên quan.
## help-<tên> đi với cause-<tên> khi có.

alias-invalid = địa chỉ cũ “{ $alias }” trong `aliases` không dùng được: phải là đường dẫn bắt đầu bằng dấu /
    .cause-taken = địa chỉ cũ “{ $alias }” lại chính là địa chỉ của một trang đang có
    .cause-twice = địa chỉ cũ “{ $alias }” đã được dùng để dẫn tới một trang khác
    .help = ghi phần đứng sau tên miền của địa chỉ cũ, ví dụ aliases = ["/vi/tin-tuc/doi-a1.html"]
    .help-taken = bỏ dòng này đi, hoặc đổi `slug` của một trong hai trang
    .help-twice = để địa chỉ cũ này ở một trang thôi

alt-missing = ảnh `{ $target }` chưa có lời mô tả, người dùng trình đọc màn hình sẽ không biết ảnh chụp gì
    .cause-cover = ảnh đại diện `{ $target }` chưa có lời mô tả (`alt`), người dùng trình đọc màn hình sẽ không biết ảnh chụp gì
    .help = tả ngắn gọn điều nhìn thấy trong ảnh vào giữa hai dấu ngoặc vuông: ![Cô gái Thái hái hoa ban](anh.jpg); ảnh chỉ để trang trí thì viết ![](anh.jpg){"{"}decorative{"}"}
    .help-cover = thêm một dòng vào phần [cover]: alt = "Cô gái Thái hái hoa ban"

anchor-unknown = trang `{ $target }` không có đề mục nào mang tên neo “#{ $anchor }”
    .help = mở trang đích xem đề mục tên gì; tên neo là đề mục viết thường, không dấu, nối bằng dấu gạch: “Đường đi” thành #duong-di
    .help-nearest = có phải bạn muốn viết “#{ $nearest }”?

config-invalid = thiết lập `{ $key }` không dùng được
    .cause-menu = mục “{ $key }” trong trình đơn không ứng với chuyên mục hay tài liệu nào
    .cause-missing = không thấy tệp `{ $file }` trong thư mục này, nên không biết đâu là cổng
    .cause-prefix = hai ngôn ngữ dùng chung tiền tố địa chỉ “{ $prefix }”, các trang sẽ đè lên nhau
    .cause-prefix-form = tiền tố địa chỉ “{ $prefix }” chỉ được gồm chữ thường không dấu, chữ số và dấu gạch nối
    .cause-required = thiếu thiết lập `{ $key }`
    .cause-rule = không có quy tắc kiểm tra nào tên là “{ $rule }”
    .cause-syntax = tệp thiết lập viết sai cú pháp: { $message }
    .cause-unknown-ref = thiết lập `{ $key }` nhắc tới “{ $value }”, nhưng không có mục nào như vậy
    .cause-theme = không có giao diện nào tên là “{ $theme }”
    .cause-timezone = không có múi giờ nào tên là “{ $value }”
    .cause-unknown-language = cổng không có ngôn ngữ “{ $language }”
    .cause-url = `base_url` phải là địa chỉ đầy đủ của cổng, không phải “{ $value }”
    .help = xem lại cách viết thiết lập này trong tài liệu hướng dẫn
    .help-list = có thể dùng: { $known }
    .help-menu = ghi đúng khóa của chuyên mục hoặc tài liệu; lệnh `hoaban list` liệt kê mọi khóa
    .help-missing = chạy lệnh trong thư mục của cổng, hoặc tạo cổng mới bằng `hoaban init thu-muc-moi`
    .help-nearest = có phải bạn muốn viết “{ $nearest }”?
    .help-prefix = đặt cho mỗi ngôn ngữ một tiền tố riêng, ví dụ prefix = "vi" và prefix = "en"
    .help-prefix-form = đặt tiền tố bằng mã ngôn ngữ, ví dụ prefix = "en"
    .help-required = thêm thiết lập này vào tệp
    .help-rule = tên các quy tắc có trong lệnh `hoaban explain`
    .help-syntax = xem dòng này và dòng ngay trên: thường là thiếu dấu ngoặc kép, dấu ngoặc vuông hoặc dấu =
    .help-theme = đặt giao diện vào thư mục `themes/`, hoặc dùng giao diện có sẵn: theme = "hoaban"
    .help-timezone = ghi tên theo dạng Châu lục/Thành phố, ví dụ timezone = "Asia/Ho_Chi_Minh"
    .help-unknown-language = khai báo ngôn ngữ này trong phần [languages], hoặc dùng một ngôn ngữ đã khai báo
    .help-unknown-ref = ghi một khóa, mã hoặc tên có thật; lệnh `hoaban list` liệt kê khóa của các tài liệu
    .help-url = ghi cả https:// và tên miền, ví dụ base_url = "https://tinh.example/"

credit-missing = ảnh `{ $target }` chưa ghi tác giả hoặc nguồn, người khác không biết ảnh của ai và có được dùng lại không
    .help = thêm credit = "Tên tác giả hoặc cơ quan" (ở [cover], hoặc trong tệp đi kèm ảnh `{ $target }.toml`); trong bài thì viết sau dấu gạch đứng: ![…](anh.jpg "chú thích | Ảnh: Tên tác giả")

data-invalid = tệp dữ liệu viết sai: { $message }
    .cause-duplicate = hai bản ghi cùng mang mã “{ $id }”
    .cause-label = bản ghi “{ $id }” chưa có tên hiển thị
    .help = sửa lại chỗ này theo mẫu của các bản ghi đứng cạnh
    .help-duplicate = đổi mã của một trong hai bản ghi, hoặc gộp chúng làm một
    .help-label = thêm tên cho từng ngôn ngữ, ví dụ vi = "Múa xòe" và en = "Xòe dance"

date-impossible = không có ngày { $date }: tháng ấy chỉ có { $last } ngày
    .help = xem lại văn bản gốc; ngày cuối của tháng ấy là ngày { $last }

directive-invalid = khối `:::{ $name }` viết chưa đúng
    .cause-attribute = khối `:::{ $name }` không có thuộc tính `{ $attribute }`
    .cause-content = khối `:::{ $name }` chỉ chứa { $expected }
    .cause-ref = khối `:::{ $name }` nhắc tới “{ $id }”, nhưng không có bản ghi hay tài liệu nào mang tên ấy
    .cause-required = khối `:::{ $name }` thiếu thuộc tính `{ $attribute }`
    .cause-stray = dấu ::: ở đây không đóng khối nào
    .cause-syntax = sau tên khối `:::{ $name }` chỉ được có thuộc tính đặt trong ngoặc nhọn
    .cause-unclosed = khối `:::{ $name }` chưa được đóng, phần còn lại của bài sẽ bị cuốn vào khối
    .cause-value = thuộc tính `{ $attribute }` của khối `:::{ $name }` không nhận giá trị “{ $value }”
    .help = viết theo mẫu: { $example }
    .help-list = có thể dùng: { $known }
    .help-nearest = có phải bạn muốn viết “{ $nearest }”?
    .help-stray = xóa dòng này, hoặc thêm dòng mở khối (ví dụ :::note) ở phía trên
    .help-unclosed = thêm một dòng chỉ có ::: ở cuối khối

directive-unknown = không có khối nào tên là `:::{ $name }`
    .help-list = các khối có thể dùng: { $known }
    .help-nearest = có phải bạn muốn viết `:::{ $nearest }`?

encoding-invalid = từ byte thứ { $offset }, tệp không phải văn bản UTF-8, chữ có dấu sẽ bị hỏng
    .help = mở tệp bằng trình soạn thảo, chọn “Lưu thành…” với bảng mã UTF-8, rồi đọc lại các chữ có dấu

field-invalid = trường `{ $field }` phải là { $expected }
    .cause-date = “{ $value }” không phải là ngày
    .cause-items = trường `{ $field }` phải có từ { $min } đến { $max } mục, hiện có { $count }
    .cause-items-min = trường `{ $field }` phải có ít nhất { $min } mục, hiện có { $count }
    .cause-long = trường `{ $field }` dài { $length } ký tự, nhiều nhất chỉ được { $max }
    .cause-max = trường `{ $field }` nhiều nhất là { $max }, không thể là { $value }
    .cause-min = trường `{ $field }` ít nhất là { $min }, không thể là { $value }
    .cause-range = trường `{ $field }` phải từ { $min } đến { $max }, không thể là { $value }
    .cause-unknown-ref = trường `{ $field }` nhắc tới “{ $value }”, nhưng không có bản ghi hay tài liệu nào mang tên ấy
    .cause-value = trường `{ $field }` không nhận giá trị “{ $value }”
    .help-date = viết năm-tháng-ngày, không đặt trong dấu nháy: 2026-05-07; có giờ thì viết 2026-05-07T08:00:00
    .help-list = có thể dùng: { $known }
    .help-long = viết gọn lại
    .help-nearest = có phải bạn muốn viết “{ $nearest }”?
    .help-type = viết như sau: { $example }
    .help-unknown-ref = kiểm tra lại mã, hoặc khai báo bản ghi này trong `content/_data/`

field-missing = loại bài “{ $type }” cần có trường `{ $field }`
    .cause-record = ở đây còn thiếu trường `{ $field }`
    .help = thêm vào phần đầu trang (front matter): { $example }

field-unknown = không có trường nào tên là `{ $key }` ở đây
    .help-list = các trường có thể dùng: { $known }
    .help-nearest = có phải bạn muốn viết `{ $nearest }`?

file-missing = không có tệp `{ $target }`, người đọc bấm vào liên kết sẽ gặp trang lỗi
    .help = chép tệp vào cùng thư mục với bài viết này, hoặc sửa lại tên tệp (phân biệt chữ hoa, chữ thường)
    .help-nearest = có phải bạn muốn viết `{ $nearest }`?

file-unreadable = không đọc được tệp `{ $path }`: { $message }
    .cause-missing = không còn thấy tệp `{ $path }`, có lẽ tệp vừa bị xóa hoặc đổi tên
    .help = kiểm tra xem tệp có còn đó không và bạn có quyền đọc không; nếu là ảnh thì xuất lại thành JPEG hoặc PNG

footnote-unknown = chú thích cuối trang [^{ $label }] chỉ có một nửa: thiếu chỗ đánh dấu trong bài hoặc thiếu lời chú thích
    .help = trong bài viết [^{ $label }], và ở cuối bài thêm một dòng [^{ $label }]: lời chú thích

front-matter-syntax = phần đầu trang (front matter) viết sai cú pháp: { $message }
    .cause-missing = tệp không có phần đầu trang (front matter), nên không biết tiêu đề và ngày đăng
    .cause-unclosed = phần đầu trang (front matter) chưa được đóng lại, cả bài bị coi là phần đầu trang
    .help = xem lại dấu bằng, dấu ngoặc và dấu nháy ở dòng này; chữ phải đặt trong dấu nháy thẳng: title = "Đồi A1"
    .help-missing = thêm vào đầu tệp ba dòng: dòng +++, dòng title = "Tiêu đề của bài", rồi lại dòng +++
    .help-unclosed = thêm một dòng chỉ có +++ (hoặc --- nếu dòng đầu là ---) vào ngay trên đoạn đầu tiên của bài

heading-order = đề mục “{ $text }” nhảy từ cấp { $from } xuống cấp { $to }, người dùng trình đọc màn hình sẽ tưởng thiếu một mục
    .cause-h1 = đề mục “{ $text }” là cấp 1, nhưng cấp 1 đã dành cho tiêu đề của trang
    .help = hạ từng cấp một: sau ## là ###, sau ### là ####
    .help-h1 = viết hai dấu thăng thay vì một: ## { $text }

html-dropped = thẻ HTML `{ $what }` không được phép nên đã bị bỏ
    .cause-attribute = thuộc tính `{ $what }` của thẻ HTML `{ $tag }` không được phép nên đã bị bỏ
    .cause-unclosed = thẻ HTML `{ $what }` chưa được đóng
    .help = xóa thẻ này, hoặc viết bằng Markdown hay một khối :::
    .help-attribute = xóa thuộc tính này khỏi thẻ
    .help-image = viết ảnh bằng Markdown: ![lời mô tả](anh.jpg "chú thích | Ảnh: Tên tác giả")
    .help-link = viết liên kết bằng Markdown: [chữ hiển thị](https://…)
    .help-unclosed = thêm thẻ đóng, hoặc xóa thẻ này

image-missing = không có tệp ảnh `{ $target }`
    .cause-outside = ảnh `{ $target }` nằm ngoài thư mục của cổng
    .help = chép ảnh vào cùng thư mục với bài viết này, hoặc sửa lại tên tệp (phân biệt chữ hoa, chữ thường)
    .help-nearest = có phải bạn muốn viết `{ $nearest }`?
    .help-outside = chép ảnh vào cùng thư mục với bài viết, hoặc vào `content/_media/` nếu nhiều bài cùng dùng

key-taken = khóa “{ $key }” đã được `{ $path }` dùng, các liên kết doc: sẽ không biết dẫn về đâu
    .help = đổi tên thư mục, hoặc đặt `id` khác cho một trong hai tài liệu
    .related = tài liệu kia ở đây

language-unknown = tên tệp `{ $name }` ghi ngôn ngữ “{ $language }”, nhưng cổng không có ngôn ngữ này
    .cause-none = tên tệp `{ $name }` không cho biết bài viết bằng ngôn ngữ nào
    .help = đổi tên tệp theo một ngôn ngữ của cổng ({ $known }), hoặc khai báo ngôn ngữ mới trong `portal.toml`
    .help-none = thêm ngôn ngữ vào trước đuôi .md ({ $known }), ví dụ gioi-thieu.vi.md

language-unmarked = đoạn “{ $text }” là { $language-name } nhưng chưa được đánh dấu, trình đọc màn hình sẽ đọc sai
    .help = đặt đoạn ấy trong dấu ngoặc và ghi ngôn ngữ: [chữ]{"{"}lang={ $language }{"}"}

letter-lookalike = trong “{ $word }”, chữ “{ $found }” chỉ trông giống chữ “{ $right }”, tìm kiếm sẽ không ra từ này
    .cause-legacy = “{ $pattern }” giống chữ dán từ văn bản dùng bảng mã cũ (TCVN3 hoặc VNI)
    .help = xóa chữ ấy và gõ lại “{ $right }” bằng bộ gõ tiếng Việt
    .help-legacy = chuyển văn bản sang Unicode trước khi dán (UniKey: Ctrl+Shift+F6), rồi đọc soát lại

licence-missing = ảnh `{ $target }` chưa ghi giấy phép, người khác không biết có được dùng lại không
    .help = thêm licence = "CC-BY-4.0" (hoặc giấy phép khác) ở [cover], hoặc trong tệp đi kèm ảnh

link-root-relative = liên kết “{ $target }” bắt đầu bằng dấu /, khi trang đích đổi địa chỉ thì liên kết sẽ gãy
    .help = liên kết tới bài khác thì viết doc: và khóa của bài, ví dụ doc:travel/doi-a1; lệnh `hoaban list` liệt kê mọi khóa
    .help-doc = viết `{ $nearest }`, liên kết sẽ luôn dẫn tới đúng bài và đúng ngôn ngữ

link-unknown = liên kết “{ $target }” không dẫn tới tài liệu nào
    .cause-hidden = liên kết “{ $target }” dẫn tới một bài chưa đăng hoặc đã gỡ
    .cause-language = “{ $target }” không có bản { $language-name }
    .cause-outside = liên kết “{ $target }” dẫn ra ngoài thư mục của cổng
    .cause-scheme = địa chỉ “{ $target }” thuộc loại không được phép
    .cause-text = liên kết tới “{ $target }” không có chữ nào để bấm vào
    .help = kiểm tra lại khóa của bài; lệnh `hoaban list` liệt kê mọi tài liệu
    .help-hidden = chờ bài kia được đăng, hoặc bỏ liên kết
    .help-language = bỏ phần ?lang=, liên kết sẽ dẫn tới ngôn ngữ hiện có
    .help-nearest = có phải bạn muốn viết `{ $nearest }`?
    .help-outside = chép tệp vào trong thư mục của cổng rồi liên kết tới đó
    .help-scheme = dùng địa chỉ bắt đầu bằng https://, http://, mailto: hoặc tel:
    .help-text = viết chữ vào giữa hai dấu ngoặc vuông: [Đường tới Điện Biên](…)

markdown-emphasis = cụm “{ $text }” sẽ in ra cả dấu sao, không được in đậm hay in nghiêng
    .help = đưa dấu câu và dấu cách ra ngoài dấu sao: viết **chữ đậm**: thay vì **chữ đậm:**

message-missing = giao diện thiếu cụm từ “{ $id }” bằng { $language-name }
    .cause-syntax = tệp từ ngữ giao diện viết sai cú pháp: { $message }
    .cause-variable = cụm từ “{ $id }” dùng biến `{ $variable }`, nhưng không có biến nào như vậy
    .help = thêm một dòng “{ $id } = …” vào tệp .ftl của ngôn ngữ ấy trong thư mục `i18n/`
    .help-syntax = mỗi cụm từ viết một dòng: mã = chữ hiển thị
    .help-variable = so với bản ngôn ngữ kia, dùng đúng những tên biến có trong đó

path-outside = `{ $path }` dẫn ra ngoài thư mục của cổng, nên không được đọc
    .help = chép tệp thật vào trong thư mục của cổng, thay cho liên kết tượng trưng hoặc đường dẫn có `..`

picture-extension = đuôi tên của ảnh `{ $target }` không đúng với loại ảnh bên trong
    .help = đổi tên tệp để có đuôi .{ $right }, rồi sửa tên ở đây

picture-invalid = không dùng được ảnh `{ $target }`: { $reason }
    .help = xuất ảnh thành JPEG hoặc PNG bằng phần mềm xem ảnh, rồi đặt cạnh bài viết

publish-ahead = ngày đăng { $date } còn hơn một năm nữa mới tới, có thể gõ nhầm năm
    .cause-updated = ngày cập nhật { $date } chưa tới
    .help = sửa lại ngày; nếu đúng là muốn hẹn xa như vậy thì cho phép ở [check] trong `portal.toml`
    .help-updated = ghi ngày sửa bài gần nhất, không muộn hơn hôm nay

shared-differs = trường `{ $field }` dùng chung cho mọi ngôn ngữ, nhưng ở đây ghi { $here } còn bản gốc ghi { $there }
    .cause-absent = trường `{ $field }` dùng chung cho mọi ngôn ngữ, nhưng chỉ bản dịch này có, bản gốc không có
    .help = xóa trường này khỏi bản dịch; muốn đổi giá trị thì sửa ở bản gốc
    .help-absent = chuyển trường này sang tệp của bản gốc
    .related = giá trị ở bản gốc

slug-collision = `slug` “{ $slug }” trùng với trang `{ $other }`: hai tiêu đề bỏ dấu thành một
    .help = đặt phần cuối địa chỉ khác cho một trong hai trang, ví dụ slug = "{ $slug }-2"
    .related = trang kia ở đây

slug-invalid = `slug` “{ $slug }” chỉ được gồm chữ thường không dấu, chữ số và dấu gạch nối
    .help = viết slug = "{ $nearest }"

slug-reserved = `slug` “{ $slug }” là tên cổng dành riêng cho trang khác
    .help = chọn tên khác, ví dụ slug = "trang-{ $slug }"

template-error = mẫu trang `{ $template }` bị lỗi: { $message }
    .cause-missing = không có mẫu trang `{ $template }`
    .cause-page = mẫu trang `{ $template }` bị lỗi khi dựng trang { $page }: { $message }
    .help = báo cho người phụ trách giao diện, kèm tên tệp và số dòng này
    .help-missing = kiểm tra tên mẫu trang trong tệp loại bài, hoặc thêm mẫu vào `themes/…/templates/`
    .related-page = trang đang được dựng

term-unknown = từ khóa “{ $term }” chưa có trong danh mục “{ $vocabulary }”
    .help = thêm từ khóa vào `{ $file }` với tên ở từng ngôn ngữ, hoặc dùng một từ khóa đã có
    .help-nearest = có phải bạn muốn viết “{ $nearest }”?

title-missing = trang chưa có tiêu đề
    .help = thêm vào phần đầu trang (front matter): title = "Tiêu đề của bài"

translation-empty = bản { $language-name } chỉ có phần đầu trang, chưa có nội dung
    .help = viết nội dung vào dưới phần đầu trang, hoặc xóa tệp này cho tới khi có bản dịch

translation-missing = chưa có bản { $language-name } ({ $file })
    .help = tạo tệp `{ $path }` và dịch bài vào đó

type-unknown = không có loại bài nào tên là “{ $type }”
    .help-list = các loại bài có thể dùng: { $known }
    .help-nearest = có phải bạn muốn viết “{ $nearest }”?

unicode-nfd = tệp lưu chữ có dấu ở dạng tách rời (NFD), nhiều phần mềm sẽ hiển thị và tìm kiếm sai
    .cause-name = tên tệp `{ $name }` có chữ lưu ở dạng tách rời dấu (NFD), máy khác có thể không tìm thấy tệp
    .help = lưu lại ở dạng Unicode dựng sẵn (NFC): trong bộ gõ chọn bảng mã “Unicode”, đừng chọn “Unicode tổ hợp”; trong lúc chờ, hoaban vẫn đọc được tệp
    .help-name = đặt lại tên tệp bằng bộ gõ ở bảng mã “Unicode” (NFC), hoặc dùng tên không dấu

url-taken = địa chỉ { $url } đã là của `{ $path }`, một trang sẽ mất chỗ
    .help = đặt `slug` khác cho một trong hai trang
    .related = trang kia ở đây

weekday-wrong = ngày { $date } là { $right }, không phải { $written }
    .help = viết “{ $right }”, hoặc xem lại ngày trong văn bản gốc

## Giá trị phải như thế nào: tên kiểu dữ liệu trong lời báo của field-invalid và directive-invalid.

expected-bool = true hoặc false
expected-coordinates = tọa độ: {"{"} lat = 21.3825, lon = 103.016, precision_m = 400 {"}"}
expected-date = ngày viết năm-tháng-ngày, ví dụ 2026-05-07
expected-datetime = ngày giờ, ví dụ 2026-05-07T08:00:00
expected-definition-list = danh sách định nghĩa (một dòng tên, dòng sau là dấu hai chấm và lời giải)
expected-doc-links = danh sách liên kết tới tài liệu, mỗi dòng một mục: - [](doc:travel/doi-a1)
expected-email = địa chỉ thư điện tử
expected-enum = một trong các giá trị cho sẵn
expected-file = tên một tệp đặt cạnh bài viết
expected-image = ảnh: tên tệp kèm lời mô tả và tác giả
expected-images = các ảnh, mỗi dòng một ảnh
expected-key-list = danh sách khóa tài liệu, ví dụ ["travel/doi-a1"]
expected-lang-table = chữ ở từng ngôn ngữ: {"{"} vi = "…", en = "…" {"}"}
expected-list = danh sách đặt trong ngoặc vuông, các mục cách nhau bằng dấu phẩy
expected-markdown = đoạn văn đặt trong dấu nháy
expected-money = số tiền: {"{"} amount = 1467.7, scale = "billion", currency = "VND" {"}"}
expected-number = số, không đặt trong dấu nháy, phần thập phân sau dấu chấm: 9541.25
expected-one-image = đúng một ảnh
expected-phone = số điện thoại, ví dụ "+84 215 000 0000"
expected-record = bảng gồm nhiều trường
expected-ref = mã của một tài liệu hoặc bản ghi, đặt trong dấu nháy
expected-table = bảng gồm nhiều trường
expected-text = chữ đặt trong dấu nháy
expected-url = địa chỉ đầy đủ bắt đầu bằng https://

## Vì sao không dùng được ảnh.

reason-avif = ảnh AVIF chưa dùng được, hãy đổi sang JPEG hoặc PNG
reason-corrupt = tệp ảnh bị hỏng
reason-drawing = chỗ này không dùng được hình vẽ SVG, hãy dùng ảnh chụp
reason-external = ảnh nằm ở trang khác, hãy tải về đặt cạnh bài viết
reason-heic = ảnh HEIC của điện thoại, trình duyệt không xem được, hãy đổi sang JPEG
reason-lfs-pointer = đây chỉ là tệp trỏ của Git LFS, hãy chạy `git lfs pull` để lấy ảnh về
reason-no-size = ảnh SVG không ghi kích thước, hãy thêm viewBox hoặc width và height vào thẻ đầu tiên
reason-tiff = ảnh TIFF không đăng nguyên dạng được vì trình duyệt không xem được, hãy xuất sang JPEG (ảnh chụp) hoặc PNG (hình vẽ)
reason-too-large = ảnh có quá nhiều điểm ảnh
reason-too-much-memory = xử lý ảnh này cần nhiều bộ nhớ hơn mức cho phép, hãy thu nhỏ ảnh hoặc tăng mức bằng `--memory`
reason-truncated = tệp ảnh bị cụt, có lẽ chép chưa xong
reason-unknown-format = đây không phải là ảnh JPEG, PNG, WebP, GIF, TIFF hay SVG
reason-unsupported = ảnh lưu theo kiểu trình duyệt không xem được, hãy xuất lại

## Tên ngôn ngữ.

language-de = tiếng Đức
language-en = tiếng Anh
language-es = tiếng Tây Ban Nha
language-fr = tiếng Pháp
language-ja = tiếng Nhật
language-km = tiếng Khmer
language-ko = tiếng Hàn
language-lo = tiếng Lào
language-ru = tiếng Nga
language-th = tiếng Thái Lan
language-vi = tiếng Việt
language-zh = tiếng Trung
