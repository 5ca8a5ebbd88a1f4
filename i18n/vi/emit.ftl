## Trang dẫn từ địa chỉ cũ sang địa chỉ mới. Sau redirect-text là liên kết mang tên trang mới.

redirect-title = Trang đã chuyển sang địa chỉ mới
redirect-text = Mời quý vị xem tại:

## Thuộc tính để thu hẹp kết quả tìm kiếm.

facet-section = Chuyên mục
facet-type = Loại bài
facet-place = Địa danh
facet-year = Năm
facet-tags = Chủ đề
