## Chữ của lệnh serve: trong cửa sổ lệnh và trên trang đang xem.

serve-ready = Đang mở cổng thông tin tại { $url }. Nhấn Ctrl+C để dừng.
serve-moved = Cổng mạng { $port } đang có chương trình khác dùng nên hoaban chọn cổng mạng khác.
serve-taken = cổng mạng { $port } đang có chương trình khác dùng; hãy chọn số khác, ví dụ --port 4800
serve-listen = không mở được cổng mạng tại { $address }: { $message }
serve-rebuilt =
    { $more ->
        [0] { $file } đã đổi, dựng lại trong { $ms } ms.
       *[other] { $file } và { $more } tệp khác đã đổi, dựng lại trong { $ms } ms.
    }
serve-watch-limit =
    hệ thống không cho theo dõi nhiều thư mục như vậy, nên trang sẽ không tự tải lại; hãy nâng giới hạn:
      sudo sysctl fs.inotify.max_user_watches=1048576 fs.inotify.max_user_instances=1024
serve-watch-other = không theo dõi được thư mục, nên trang sẽ không tự tải lại: { $message }
serve-broken = Chưa dựng được cổng
serve-broken-lead = Hãy sửa những lỗi dưới đây rồi lưu tệp; trang sẽ tự hiện ra.
serve-here =
    { $count ->
        [0] Trang này không có lỗi
       *[other] { $count } lỗi ở trang này
    }
serve-elsewhere = { $count } lỗi ở nơi khác trong cổng
serve-stale = Trang đang hiện là bản lành lặn gần nhất, chưa có những gì bạn vừa sửa.
serve-close = Đóng
serve-missing = Không có trang nào ở địa chỉ này.
serve-host = Máy chủ này chỉ trả lời trên máy đang chạy nó: hãy dùng địa chỉ localhost hoặc 127.0.0.1.
