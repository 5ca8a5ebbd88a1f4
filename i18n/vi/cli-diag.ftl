## Chữ của các bản in kết quả kiểm tra.

diag-error = lỗi
diag-warning = cảnh báo
diag-help = gợi ý
diag-related = xem thêm
diag-none = Không có lỗi hay cảnh báo nào.
diag-summary = { $errors } lỗi, { $warnings } cảnh báo trong { $files } tệp.
diag-explain = Muốn hiểu thêm, hãy chạy: hoaban explain { $rule }
diag-explain-any = Muốn hiểu thêm về một quy tắc, hãy chạy: hoaban explain TÊN-QUY-TẮC (ví dụ { $rule })
explain-level-error = Mức: lỗi. Cổng không được xuất bản khi còn lỗi này.
explain-level-warning = Mức: cảnh báo. Cổng vẫn được xuất bản.
explain-allow = Cho phép trong thời hạn, có nêu lý do, ở portal.toml (path là một tệp, hoặc một thư mục với dấu / ở cuối):
explain-level = Đổi mức cho cả cổng ("error", "warning" hoặc "off"):
