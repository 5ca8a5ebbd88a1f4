## Trang dẫn từ địa chỉ cũ sang địa chỉ mới. Sau redirect-text là liên kết mang tên trang mới.

redirect-title = Trang đã chuyển sang địa chỉ mới
redirect-text = Mời quý vị xem tại:
