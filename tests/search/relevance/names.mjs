// Names of the made portal: places by province, persons, festivals, dishes, and names that differ by marks only.
// The places are real or could be; what the pages say of them, and all persons, are made up.

const rows = text => text.trim().split('\n').map(row => row.split(/\s*[:;]\s*/))

/** Kinds of places in Vietnamese, before the name, and in English, after it. */
export const KINDS = {
  xã: 'Commune', phường: 'Ward', bản: 'hamlet', đèo: 'Pass', hồ: 'Lake', hang: 'Cave', thác: 'Falls', núi: 'Mountain',
  chợ: 'Market', đảo: 'Island', sông: 'River', đồi: 'Hill', chùa: 'Pagoda', đền: 'Temple', làng: 'village', rừng: 'Forest',
  cầu: 'Bridge', suối: 'Stream', bãi: 'Beach', thành: 'Citadel', cảng: 'Port', động: 'Grotto', đầm: 'Lagoon', phố: 'Old Quarter', tháp: 'Tower',
  gành: 'Rocks', vịnh: 'Bay', khu: 'Reserve', ao: 'Pond', cồn: 'Islet', mũi: 'Cape',
}

/** `{ province, kind, name }` of the places with a page. */
export const PLACES = rows(`
Điện Biên: xã Núa Ngam; xã Mường Pồn; xã Mường Mươn; xã Chiềng Sinh; xã Búng Lao; xã Quài Tở; xã Sín Thầu; xã Nà Hỳ; suối Nậm Rốm; hang Thẩm Báng; bản Phiêng Lơi; bản Che Căn
Lai Châu: xã Sìn Hồ; xã Than Uyên; xã Bản Bo; đèo Ô Quy Hồ; hang Pu Sam Cáp; bản Sin Suối Hồ; chợ Dào San; thác Tác Tình; núi Pu Ta Leng; xã Phong Thổ
Sơn La: xã Mường Giôn; xã Chiềng Cọ; xã Phù Yên; đèo Chẹn; hang Dơi; thác Dải Yếm; bản Áng; núi Tà Xùa; hồ Tiền Phong; xã Ngọc Chiến
Lào Cai: xã Y Tý; xã Tả Van; xã Bắc Hà; chợ Cán Cấu; núi Ky Quan San; thác Tiên Sa; suối Mường Hoa; bản Cát Cát; xã Mù Cang Chải; hồ Thác Bà
Tuyên Quang: xã Na Hang; xã Lâm Bình; xã Quang Bình; thác Khuổi Nhi; đèo Mã Pí Lèng; núi Chiêu Lầu Thi; làng Lô Lô Chải; xã Yên Minh; hồ Noong; thành Nhà Bầu
Cao Bằng: thác Bản Giốc; hang Pác Bó; xã Trùng Khánh; đèo Khau Liêu; hồ Thang Hen; làng Phia Thắp; suối Lê Nin; núi Mắt Thần; xã Quảng Uyên; động Ngườm Ngao
Lạng Sơn: núi Mẫu Sơn; xã Hữu Lũng; chợ Kỳ Lừa; đền Bắc Lệ; thành Nhà Mạc; hang Gió; xã Bắc Sơn; suối Mỏ Mắm; chùa Tam Thanh; xã Đình Lập
Thái Nguyên: hồ Núi Cốc; hồ Ba Bể; hang Phượng Hoàng; xã Định Hóa; làng Tân Cương; thác Đầu Đẳng; xã Chợ Đồn; đền Đuổm; xã Võ Nhai; chùa Hang
Phú Thọ: núi Lưỡi Hái; xã Xuân Sơn; xã Thanh Ba; đền Mẫu Âu Cơ; bản Lác; hồ Hòa Bình; xã Mai Châu; chợ Pà Cò; xã Tam Đảo; làng Thổ Hà
Quảng Ninh: đảo Cô Tô; đảo Quan Lạn; bãi Trà Cổ; núi Yên Tử; xã Bình Liêu; phường Bãi Cháy; cảng Cái Lân; chùa Ba Vàng; thác Khe Vằn; xã Ba Chẽ
Bắc Ninh: làng Đông Hồ; chùa Dâu; chùa Phật Tích; đền Đô; phường Từ Sơn; hồ Khuôn Thần; xã Lục Ngạn; suối Mỡ; xã Yên Thế; chùa Vĩnh Nghiêm
Hà Nội: hồ Trúc Bạch; phường Hạ Đình; làng Cự Đà; chùa Trấn Vũ; cầu Long Biên; làng Đường Lâm; núi Ba Vì; chợ Hàng Da; xã Sóc Sơn; đền Voi Phục
Hải Phòng: đảo Cát Hải; bãi Tùng Thu; cảng Đình Vũ; núi Voi; chùa Dư Hàng; phường Đồ Sơn; đền Kiếp Bạc; xã Thanh Hà; làng Chu Đậu; cầu Bính
Hưng Yên: phố Hiến; chùa Keo; làng Nôm; đền Trần Hưng Hà; bãi Đồng Châu; chùa Chuông; xã Tiên Lữ; làng Khuốc; xã Thái Thụy; chợ Giường
Ninh Bình: núi Non Nước; hang Múa; chùa Bái Đính; đền Thái Vi; xã Kim Sơn; làng Ninh Vân; rừng Cúc Phương; xã Giao Thủy; chùa Phổ Minh; hồ Tam Chúc
Thanh Hóa: suối Cẩm Lương; thành Nhà Hồ; bãi Hải Tiến; xã Pù Luông; bản Đôn; hang Con Moong; đền Bà Triệu; xã Quan Hóa; cầu Hàm Rồng; phường Sầm Sơn
Nghệ An: xã Kỳ Sơn; thác Khe Kèm; đền Cờn; bãi Cửa Lò; làng Sen; đồi Chè Thanh Chương; xã Tương Dương; rừng Pù Mát; hang Thẩm Ồm; xã Quế Phong
Hà Tĩnh: chùa Hương Tích; hồ Kẻ Gỗ; bãi Thiên Cầm; xã Hương Khê; đèo Ngang; cảng Vũng Áng; xã Can Lộc; đền Chợ Củi; xã Nghi Xuân; núi Hồng Lĩnh
Quảng Trị: hang Sơn Đoòng; cầu Hiền Lương; xã Hướng Hóa; đảo Cồn Cỏ; thành Đinh Công Tráng; bãi Nhật Lệ; suối Moọc; hang Én; xã Lệ Thủy; xã Cam Lộ
Huế: đèo Hải Vân; chùa Thiên Mụ; làng Sình; đầm Chuồn; phường Kim Long; bãi Lăng Cô; cầu Thanh Toàn; xã A Lưới; suối Voi; chợ Đông Ba
Đà Nẵng: đảo Hòn Lao; núi Ngũ Hành Sơn; chùa Linh Ứng; cầu Sông Hàn; làng Túy Loan; xã Tây Giang; bãi Hà My; làng Trà Quế; phường Hội An; thác Grăng
Quảng Ngãi: đảo Lý Sơn; xã Sơn Mỹ; núi Thiên Ấn; bãi Sa Huỳnh; thác Trắng; xã Măng Đen; xã Kon Plông; hồ Đăk Ke; xã Trà Bồng; cầu Trường Xuân
Gia Lai: hồ Tơ Nưng; thác Phú Cường; núi Chư Đăng Ya; xã Kbang; bãi Kỳ Co; tháp Bánh Ít; xã Vĩnh Thạnh; xã An Khê; đèo An Khê; làng Kép
Đắk Lắk: thác Dray Nur; hồ Lắk; xã Buôn Đôn; bãi Xép; đầm Ô Loan; tháp Nhạn; xã Krông Bông; gành Đá Đĩa; xã Sông Hinh; đảo Hòn Nưa
Khánh Hòa: tháp Bà Ponagar; đảo Bình Ba; bãi Dốc Lết; vịnh Vĩnh Hy; xã Khánh Sơn; làng Bàu Trúc; đèo Cả; xã Ninh Phước; thác Chapơr; suối Ba Hồ
Lâm Đồng: hồ Tuyền Lâm; thác Pongour; núi Lang Biang; xã Lạc Dương; đèo Prenn; đảo Phú Quý; bãi Cổ Thạch; hồ Tà Đùng; thác Đắk G'lun; xã Di Linh
Đồng Nai: rừng Nam Cát Tiên; hồ Trị An; thác Mai; núi Chứa Chan; làng Bưởi Tân Triều; xã Bù Gia Mập; núi Bà Rá; xã Lộc Ninh; suối Mơ; cầu Đồng Nai
Tây Ninh: núi Bà Đen; hồ Dầu Tiếng; xã Gò Dầu; rừng Lò Gò; làng Cà Nổi; xã Bến Lức; chợ Long Hoa; xã Đức Huệ; cầu Gò Dầu Hạ; xã Mộc Hóa
Đồng Tháp: làng Sa Đéc; rừng Tràm Chim; khu Gáo Giồng; chùa Vĩnh Tràng; chợ Cái Bè; xã Lai Vung; đảo Thới Sơn; xã Gò Công; xã Tháp Mười; làng Tân Phước
Vĩnh Long: chùa Hang Trà Vinh; đảo An Bình; xã Tam Bình; làng Mang Thít; ao Bà Om; chợ Cái Mơn; xã Mỏ Cày; cồn Phụng; xã Cầu Kè; xã Chợ Lách
An Giang: núi Cấm; rừng Trà Sư; đảo Nam Du; đảo Thổ Chu; chùa Hang Kiên Lương; hồ Tà Pạ; xã Óc Eo; làng Châu Phong; bãi Sao; núi Sam
Cần Thơ: chợ Cái Răng; chùa Dơi; cồn Ấu; phường Bình Thủy; làng Thuận Hưng; xã Ngã Bảy; chùa Ông; xã Mỹ Xuyên; rừng Lung Ngọc Hoàng; xã Vĩnh Châu
Cà Mau: mũi Đất Mũi; đảo Hòn Khoai; rừng U Minh Hạ; chợ Năm Căn; xã Gành Hào; xã Đầm Dơi; chùa Xiêm Cán; xã Cái Nước; đảo Hòn Chuối; xã Giá Rai
`).flatMap(([province, ...places]) => places.map(place => {
  const [kind, ...name] = place.split(' ')
  return { province, kind, name: name.join(' ') }
}))

/** Groups of names that only marks tell apart; each has a page as a place of the kind named first. */
export const TWINS = rows(`
bản: Nà Tấu; Na Tâu; Nà Tàu
bản: Mường Phang
bản: Thanh Hoa; Thạnh Hóa
bản: Nậm Pồ; Nấm Pô
bản: Phú Yên; Phù Yến
bản: Quảng Bình; Quang Bính
bản: Nà Sang; Na Sáng
bản: Tùng Bá; Tung Bà
bản: Pa Thơm; Pá Thôm
bản: Mường Nhà; Mường Nha
bản: Huổi Só; Huôi So
bản: Nam Định; Nậm Đình
bản: Hải Dương; Hải Đường
bản: Bản Mế; Bản Mê
bản: Hua Pe; Hùa Pê
bản: Ta Lèng; Tả Leng
xã: Tân Lập; Tấn Lạp
xã: Bình An; Bính Ân
xã: Thanh Bình; Thạnh Bình
xã: Hòa Tiến; Hoa Tiên
xã: Yên Thủy; Yến Thúy
xã: Mỹ Đức; Mỹ Dục
xã: Long Mỹ; Lòng Mỵ
xã: Tam Kỳ; Tâm Kỷ
xã: Đông Hà; Đồng Hạ; Dông Há
xã: Bắc Lý; Bạc Ly
hồ: Đá Bàn; Đa Bản
hồ: Sông Mây; Sống Máy
đèo: Khau Cọ; Khâu Co
suối: Nậm Na; Nấm Nà
núi: Pu Nhi; Pú Nhì
cầu: Mường Lay; Mương Lấy
cầu: Bản Tạc; Bạn Tác
chợ: Tả Phời; Ta Phôi
làng: Vân Sơn; Văn Sơn
làng: Phước Tích; Phuộc Tịch
`).flatMap(([kind, ...names]) => [{ kind, names }])

/** Persons with a page; the names of one row differ by marks only. */
export const PERSONS = rows(`
Lò Văn Tùng; Lò Văn Tưng; Lò Văn Tung
Quàng Văn Dương; Quàng Văn Đường; Quảng Văn Dưỡng
Nguyễn Thị Hòa; Nguyễn Thị Hoa; Nguyễn Thị Hóa
Lường Thị Ánh; Lương Thị Anh
Cà Văn Lâm; Ca Văn Lầm
Vàng A Phử; Vàng A Phủ
Giàng Thị Dung; Giang Thị Dũng
Trần Đức Mạnh; Trần Đức Manh
Đặng Thu Thủy; Đặng Thu Thùy
Hoàng Minh Tú; Hoàng Minh Tư
Phạm Quang Hưng; Phạm Quang Hùng
Bùi Thanh Sơn; Bùi Thành Sơn
Sùng A Chếnh
Mùa A Sấu
Thào Thị Sông
Lầu Chứ Dếnh
Tòng Văn Pâng
Bạc Cầm Khuyên
Cầm Trọng Vĩnh
Điêu Chính Ngâu
Hà Ngọc Trác
Ma Khánh Bằng
Nông Viết Toại
Chu Tiến Phong
Triệu Mùi Chài
Bàn Tuấn Năng
Phùng Quầy Phin
Lý Lở Mẩy
Vừ Mí Kẻ
Hờ Chá Lử
Đỗ Khắc Thiêm
Lê Phúc Vượng
Vũ Gia Khoát
Ngô Trí Thuần
Đinh Lệ Quyên
Dương Bích Thảo
Hồ Sĩ Giàng
Tạ Duy Khôi
Kiều Hạnh Ngân
Phan Nhật Tảo
Trịnh Xuân Chắt
Lưu Bảo Trâm
Mai Đình Khuể
Cao Thục Đoan
Tô Vĩnh Diệm
Thạch Sô Phia
Danh Út Lành
Kim Thị Sa Rêth
Y Thu Knul
Rơ Châm Phiên
`)

/** Festivals: name, English name, province or people. */
export const FESTIVALS = rows(`
Xên bản; Xên Bản; người Thái
Xên mường; Xên Mường; người Thái
Then kin pang; Then Kin Pang; người Thái
Kin lẩu nó; Kin Lẩu Nó; người Thái
Hạn khuống; Hạn Khuống; người Thái
Gầu tào; Gầu Tào; người Mông
Nào pê chầu; Nào Pê Chầu; người Mông
Nhảy lửa; Fire Dance; người Pà Thẻn
Lồng tồng; Lồng Tồng; người Tày
Nàng Hai; Nàng Hai; người Tày
Roóng poọc; Roóng Poọc; người Giáy
Khô già già; Khô Già Già; người Hà Nhì
Hồ sự chà; Hồ Sự Chà; người Hà Nhì
Mương a ma; Mương A Ma; người Xinh Mun
Pang a nụn ban; Pang A Nụn Ban; người La Ha
Tết té nước; Water Splashing; người Lào
Tủ cải; Tủ Cải; người Dao
Cầu mùa; Harvest Prayer; người Khơ Mú
Pi a tạ; Pi A Tạ; người Khơ Mú
Mừng măng mọc; Bamboo Shoot; người Khơ Mú
Áp hô chiêng; Áp Hô Chiêng; người Thái
Đua thuyền đuôi én; Swallow-Tail Boat; người Thái
Mừng lúa mới; New Rice; người Cống
Mạ ma mê; Mạ Ma Mê; người Si La
Cúng rừng; Forest Offering; người Nùng
Ook om bok; Ook Om Bok; người Khmer
Sene dolta; Sene Dolta; người Khmer
Chol chnam thmay; Chol Chnam Thmay; người Khmer
Katê; Katê; người Chăm
Ramưwan; Ramưwan; người Chăm
Bỏ mả; Grave Leaving; người Gia Rai
Đâm trâu; Buffalo; người Ba Na
Nghinh Ông; Whale; ngư dân
Cầu ngư; Fishery; ngư dân
Vía Bà; Lady of the Realm; người Kinh
Chọi trâu; Buffalo Fighting; người Kinh
Kéo song; Rattan Tugging; người Kinh
Rước pháo; Cracker Procession; người Kinh
Trò Trám; Trò Trám; người Kinh
Khai ấn; Seal Opening; người Kinh
`).map(([vi, en, who]) => ({ vi, en, who }))

/** Dishes and products: name, English description. */
export const DISHES = rows(`
Pa pỉnh tộp; folded grilled fish
Nậm pịa; Thai offal stew
Chẩm chéo; herb and pepper dip
Xôi tím lá cẩm; violet sticky rice
Mèn mén; steamed maize meal
Thắng cố; mountain horse stew
Thịt băm gói lá dong; minced pork in leaves
Cá nướng gập; fire-folded carp
Rêu đá nướng; grilled river moss
Gỏi da trâu; buffalo skin salad
Cơm lam ống nứa; bamboo-tube rice
Lạp xưởng gác bếp; smoked sausage
Canh bon; taro leaf broth
Nộm hoa ban; ban blossom salad
Măng đắng nhồi; stuffed bitter bamboo shoots
Rau dớn xào tỏi; fiddleheads with garlic
Bánh dày giã tay; pounded rice cake
Bánh khẩu xén; cassava crackers
Rượu ngô men lá; leaf-yeast corn spirit
Rượu sâu chít; chít-worm spirit
Mật ong rừng già; deep-forest honey
Miến dong Phiêng Ma; canna vermicelli
Khoai sọ mỡ; mountain taro
Tương ớt Mường Khum; hill chilli sauce
Chè dây Tả Lủng; vine tea
Gà đen xương ngọt; black-boned chicken
Lợn cắp nách; armpit piglet
Vịt bầu sông Chảy; river duck
Cua đá hấp sả; rock crab with lemongrass
Ốc núi nướng; grilled mountain snails
Bún thang lươn; eel noodle soup
Bánh tráng phơi sương; dew-dried rice paper
Cá lóc nướng trui; straw-grilled snakehead
Lẩu mắm bông súng; water-lily fish-sauce hotpot
Chè kho gừng; ginger bean pudding
Cốm nếp quýt; young green rice
Mắm tép chưng thịt; shrimp paste with pork
Nem chua thính gạo; fermented pork roll
Bánh gai lá mật; black leaf cake
Kẹo dồi lạc; peanut nougat
`).map(([vi, en]) => ({ vi, en }))

/** Places that had another name until the communes were merged: today's name, the former one. */
export const RENAMED = rows(`
xã: Chiềng Lương; Noong Khiêu
xã: Mường Khoa; Phiêng Cằm
xã: Quài Nưa Thượng; Tênh Phông
xã: Thanh Yên Đông; Hẹ Muông
xã: Nậm Kè Mới; Pá Mì Thắng
xã: Sa Lông Hạ; Huổi Lèng Cũ
xã: Mường Tùng Sơn; Chà Cang Nọi
xã: Na Ư Thượng; Pa Tần Cũ
phường: Minh Khai Sơn; Tân Thịnh Hạ
phường: Bạch Long Vĩ Đông; Cống Vị Trại
xã: Đại Lộc Sơn; Vạn Trạch Cũ
xã: Phước Hải Tây; Long Điền Cựu
xã: Ea Súp Thượng; Buôn Trấp Cũ
xã: Tân Khánh Trung; Hội An Rạch
xã: An Phước Lộc; Cầu Quan Cựu
`).map(([kind, name, former]) => ({ kind, name, former }))
