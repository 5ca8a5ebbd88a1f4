# Chữ trên giao diện cho người đọc. Mã giống hệt bản tiếng Anh.

## Khung trang
skip-to-content = Chuyển đến nội dung chính
menu = Danh mục
main-menu = Danh mục chính
close = Đóng
languages = Ngôn ngữ
untranslated = Trang này chưa có bản dịch
breadcrumbs = Vị trí của trang
search = Tìm kiếm
home = Trang chủ
sections = Chuyên mục
about-portal = Về cổng thông tin
back-to-top = Về đầu trang
phone = Điện thoại
email = Thư điện tử
responsible = Chịu trách nhiệm nội dung
licence = Giấy phép nội dung:
feed-atom = Tin mới qua Atom
feed-json = Tin mới qua JSON Feed

## Trang chủ, danh sách
links-audience = Bạn quan tâm điều gì?
links-agency = Cơ quan liên quan
links-service = Dịch vụ công
links-press = Báo chí, truyền thông
explore = Khám phá theo chuyên mục
subsections = Trong chuyên mục này
see-all = Xem tất cả
see-all-of = Xem tất cả: { $title }
in-language = bằng { $language }
list-empty = Chuyên mục này chưa có bài.
page-count = { $n ->
   *[other] { $n } bài
}
pagination = Phân trang
page = Trang
page-of = Trang { $n } trên { $total }
page-previous = Trang trước
page-next = Trang sau
archive = Theo thời gian
vocabulary-tags = Chủ đề
vocabulary-places = Địa danh
terms-title = Các chủ đề
az-title = Mục lục A–Z
az-summary = Mọi trang của cổng thông tin, xếp theo thứ tự chữ cái tiếng Việt.
letters = Chọn chữ cái
data-title = Dữ liệu mở
search-summary = Tìm bài theo chuyên mục, theo chủ đề hoặc trong mục lục A–Z.

## Tìm kiếm. {"{n}"} và {"{q}"} do trình duyệt thay bằng số kết quả và từ cần tìm.
search-how = Gõ có dấu hay không dấu đều được; hoặc chọn trong danh mục bên dưới.
search-portal = Tìm trong cổng thông tin
search-label = Từ cần tìm
search-placeholder = Tìm trong cổng thông tin
search-count = { $n ->
   *[other] { $n } kết quả
}
search-none = Không tìm thấy trang nào cho “{ $query }”.
search-hint = Hãy kiểm tra chính tả, thử ít từ hơn hoặc chọn trong danh mục bên dưới.
search-fixed = Đang hiển thị kết quả cho
search-instead = Tìm đúng như đã gõ:
search-relaxed = Không trang nào có đủ các từ. Dưới đây là những trang có một phần.
search-unloaded = Chưa tải được phần tìm kiếm. Hãy kiểm tra kết nối mạng rồi thử lại.
search-offline = Thiết bị đang không có mạng. Hãy kiểm tra kết nối rồi thử lại.
search-stale = Cổng thông tin vừa được cập nhật trong lúc bạn tìm. Hãy thử lại.
search-server = Máy chủ chưa trả lời được. Hãy thử lại sau ít phút.
search-retry = Thử lại
search-translation = tìm thấy qua bản dịch
search-browse = Xem danh mục các trang
search-all = Xem tất cả kết quả
search-more = Xem thêm kết quả
search-filters = Lọc kết quả
search-clear = Bỏ các bộ lọc
search-sort = Sắp xếp:
search-by-relevance = phù hợp nhất
search-by-date = mới nhất
search-noscript = Trình duyệt của bạn không chạy JavaScript nên chưa tìm theo từ được. Mời bạn tìm trong danh mục bên dưới: A–Z, chuyên mục, chủ đề, địa danh, thời gian.

## Bài viết
published = Đăng
updated = Cập nhật
reading-time = { $n ->
   *[other] { $n } phút đọc
}
role-text = Bài
role-photo = Ảnh
role-translation = Dịch
role-edit = Biên tập
contents = Nội dung trang
fields-title = Thông tin chính
source = Nguồn
retrieved = truy cập
share = Chia sẻ
share-email = Thư điện tử
share-facebook = Facebook
share-x = X
share-linkedin = LinkedIn
share-zalo = Zalo
permalink = Địa chỉ lâu dài
report-error = Báo lỗi trên trang này
siblings = Bài mới hơn và cũ hơn
newer = Mới hơn
older = Cũ hơn
related = Bài liên quan
same-section = Cùng chuyên mục { $title }

## Bản dịch
stub-note = Trang này chưa được dịch. Dưới đây là phần tóm tắt bằng { $language }.
read-original = Đọc bản gốc { $language }
translation-machine = Trang này được dịch máy, chưa có người duyệt lại.
translation-draft = Đây là bản dịch nháp, đang được hiệu đính.
translation-reviewed = Bản dịch đã được hiệu đính.
translation-official = Đây là bản dịch chính thức.
translated-by = Người dịch: { $name }.

## Trang không tìm thấy, trang chọn ngôn ngữ
not-found-title = Không tìm thấy trang
not-found-text = Có thể trang đã được chuyển sang địa chỉ khác, hoặc địa chỉ bạn gõ chưa đúng.
door-enter = Vào trang tiếng Việt
