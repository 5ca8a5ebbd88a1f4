// What the made news is about. A topic has a phrase that every page of it holds in its title or summary and in its body,
// and no other page in either; its sentences are our own. {p} is a place, {w} a person, {n} a number, {y} a year.

/** `{ id, vi, en }`, each language `{ phrases, titles, sentences }`; `phrases` are what a reader may ask for. */
export const TOPICS = [
  {
    id: 'thuy-dien',
    vi: {
      phrases: ['thủy điện nhỏ', 'an toàn hồ đập'],
      titles: ['Rà soát thủy điện nhỏ và an toàn hồ đập ở {p}', 'Thủy điện nhỏ tại {p}: an toàn hồ đập đặt lên trước'],
      sentences: ['Đoàn kiểm tra đã xem xét {n} công trình thủy điện nhỏ trước mùa mưa.', 'Việc bảo đảm an toàn hồ đập được giao cho từng chủ đầu tư.', 'Các tổ máy chỉ được tích nước khi quy trình vận hành đã được duyệt.', 'Người dân ở hạ lưu được báo trước ít nhất sáu giờ mỗi lần xả lũ.'],
    },
    en: {
      phrases: ['small hydropower', 'dam safety'],
      titles: ['Small hydropower and dam safety under review in {p}', 'Small hydropower in {p}: dam safety comes first'],
      sentences: ['Inspectors looked at {n} small hydropower works before the rains.', 'Each owner has to answer for dam safety downstream.', 'Turbines may store water only once the operating rules are approved.', 'People below the reservoirs are warned six hours before each release.'],
    },
  },
  {
    id: 'ca-phe',
    vi: {
      phrases: ['cà phê chất lượng cao', 'chỉ dẫn địa lý'],
      titles: ['Cà phê chất lượng cao của {p} có chỉ dẫn địa lý', 'Chỉ dẫn địa lý mở lối cho cà phê chất lượng cao {p}'],
      sentences: ['Vụ này bà con hái chín được {n} tấn quả tươi.', 'Hạt cà phê chất lượng cao được phơi trên giàn trong nhà màng.', 'Mã số trên bao bì cho biết lô hàng mang chỉ dẫn địa lý của vùng nào.', 'Các nhà rang xay nếm thử mẫu trước khi ký hợp đồng.'],
    },
    en: {
      phrases: ['specialty coffee', 'geographical indication'],
      titles: ['Specialty coffee of {p} gains a geographical indication', 'A geographical indication for the specialty coffee of {p}'],
      sentences: ['Growers picked {n} tonnes of ripe cherries this season.', 'Specialty coffee is dried on racks under a plastic roof.', 'A code on the bag says which geographical indication the lot carries.', 'Roasters cup the samples before they sign.'],
    },
  },
  {
    id: 'homestay',
    vi: {
      phrases: ['du lịch cộng đồng', 'lưu trú tại nhà dân'],
      titles: ['{p} chọn du lịch cộng đồng để giữ người trẻ', 'Du lịch cộng đồng ở {p}: thêm phòng lưu trú tại nhà dân'],
      sentences: ['Hiện có {n} hộ đăng ký làm du lịch cộng đồng.', 'Giá lưu trú tại nhà dân đã gồm bữa tối và bữa sáng.', 'Khách được hướng dẫn đồ xôi, dệt vải và đi rừng.', 'Tổ hợp tác chia lượt đón khách để nhà nào cũng có thu nhập.'],
    },
    en: {
      phrases: ['community tourism', 'village homestay'],
      titles: ['Community tourism keeps the young in {p}', 'Village homestay rooms grow with community tourism in {p}'],
      sentences: ['So far {n} households have joined community tourism.', 'The price of a village homestay covers supper and breakfast.', 'Guests learn to steam rice, to weave and to read the forest.', 'Families take turns so that each has an income.'],
    },
  },
  {
    id: 'cua-khau',
    vi: {
      phrases: ['thông quan điện tử', 'cửa khẩu số'],
      titles: ['Cửa khẩu số rút ngắn giờ chờ, nhìn từ {p}', 'Thông quan điện tử cho hàng qua {p}'],
      sentences: ['Nhờ thông quan điện tử, một xe hàng chỉ dừng {n} phút.', 'Cửa khẩu số nối dữ liệu của hải quan, biên phòng và kiểm dịch.', 'Lái xe khai báo trước khi vào bãi.', 'Hai bên thống nhất giờ làm việc vào ngày lễ.'],
    },
    en: {
      phrases: ['electronic customs clearance', 'digital border gate'],
      titles: ['Digital border gate shortens the wait, seen from {p}', 'Electronic customs clearance for goods through {p}'],
      sentences: ['With electronic customs clearance a lorry stops for {n} minutes.', 'The digital border gate joins the data of customs, border guards and quarantine.', 'Drivers file their papers before they enter the yard.', 'Both sides agree on hours during holidays.'],
    },
  },
  {
    id: 'dau-tu',
    vi: {
      phrases: ['xúc tiến đầu tư', 'mặt bằng sạch'],
      titles: ['Hội nghị xúc tiến đầu tư tại {p}', '{p} chuẩn bị mặt bằng sạch, xúc tiến đầu tư có trọng điểm'],
      sentences: ['Tỉnh công bố {n} dự án kêu gọi vốn tại hội nghị xúc tiến đầu tư.', 'Mặt bằng sạch được bàn giao trong vòng chín mươi ngày.', 'Nhà đầu tư nêu băn khoăn về nguồn điện và lao động.', 'Tổ công tác gặp doanh nghiệp vào thứ năm hằng tuần.'],
    },
    en: {
      phrases: ['investment promotion', 'cleared sites'],
      titles: ['Investment promotion conference in {p}', '{p} prepares cleared sites for investment promotion'],
      sentences: ['The province presented {n} projects at the investment promotion conference.', 'Cleared sites are handed over within ninety days.', 'Companies asked about power supply and labour.', 'A task force meets businesses every Thursday.'],
    },
  },
  {
    id: 'ruong-bac-thang',
    vi: {
      phrases: ['mùa nước đổ', 'ruộng bậc thang'],
      titles: ['Mùa nước đổ trên ruộng bậc thang {p}', 'Lên {p} ngắm ruộng bậc thang mùa nước đổ'],
      sentences: ['Mùa nước đổ năm nay đến sớm {n} ngày.', 'Ruộng bậc thang nhận nước từ những con mương đào men theo sườn.', 'Bờ ruộng được đắp lại bằng bùn trước khi cấy.', 'Người chụp ảnh nên xin phép chủ ruộng.'],
    },
    en: {
      phrases: ['watering season', 'rice terraces'],
      titles: ['Watering season on the rice terraces of {p}', 'The rice terraces of {p} in the watering season'],
      sentences: ['This year the watering season came {n} days early.', 'Rice terraces are fed by channels dug along the slope.', 'Banks are mended with mud before planting.', 'Photographers should ask the owner first.'],
    },
  },
  {
    id: 'tho-cam',
    vi: {
      phrases: ['dệt thổ cẩm', 'nhuộm chàm'],
      titles: ['Giữ nghề dệt thổ cẩm ở {p}', 'Dệt thổ cẩm, nhuộm chàm: nghề của phụ nữ {p}'],
      sentences: ['Tổ dệt thổ cẩm có {n} khung cửi.', 'Muốn vải bền màu, phải nhuộm chàm nhiều lượt rồi phơi trong bóng râm.', 'Hoa văn kể chuyện chim muông và mùa màng.', 'Lớp dạy nghề mở vào dịp nghỉ hè.'],
    },
    en: {
      phrases: ['brocade weaving', 'indigo dyeing'],
      titles: ['Keeping brocade weaving alive in {p}', 'Brocade weaving and indigo dyeing, the craft of women in {p}'],
      sentences: ['The brocade weaving group has {n} looms.', 'Fast colour needs many rounds of indigo dyeing and drying in the shade.', 'The patterns tell of birds and harvests.', 'Classes open in the summer holidays.'],
    },
  },
  {
    id: 'giong-lua',
    vi: {
      phrases: ['lúa nếp nương', 'gạo đặc sản'],
      titles: ['Phục tráng giống lúa nếp nương ở {p}', 'Gạo đặc sản {p} từ giống lúa nếp nương'],
      sentences: ['Lúa nếp nương chín sau {n} ngày.', 'Gạo đặc sản được xay xát ngay tại hợp tác xã.', 'Hạt giống tốt được treo trên gác bếp.', 'Cán bộ khuyến nông hướng dẫn bón phân đúng lúc.'],
    },
    en: {
      phrases: ['upland sticky rice', 'heirloom grain'],
      titles: ['Upland sticky rice restored in {p}', 'Heirloom grain from {p}: the upland sticky rice returns'],
      sentences: ['Upland sticky rice ripens after {n} days.', 'Heirloom grain is milled at the cooperative itself.', 'The best ears hang above the hearth.', 'Field officers show when to manure.'],
    },
  },
  {
    id: 'cao-toc',
    vi: {
      phrases: ['đường cao tốc', 'giải phóng mặt bằng'],
      titles: ['Giải phóng mặt bằng cho đường cao tốc qua {p}', 'Đường cao tốc qua {p} bước vào giai đoạn nước rút'],
      sentences: ['Tuyến đường cao tốc qua đây dài {n} km.', 'Công tác giải phóng mặt bằng phải xong trước mùa khô.', 'Nhà thầu làm ba ca để kịp tiến độ.', 'Hộ phải di dời được chọn đất ở khu tái định cư.'],
    },
    en: {
      phrases: ['expressway construction', 'site clearance'],
      titles: ['Site clearance for expressway construction through {p}', 'Expressway construction through {p} enters its last stretch'],
      sentences: ['Expressway construction here covers {n} km.', 'Site clearance has to end before the dry season.', 'Builders work three shifts.', 'Families who move may choose a plot.'],
    },
  },
  {
    id: 'lu-quet',
    vi: {
      phrases: ['lũ quét', 'sạt lở đất'],
      titles: ['Cảnh báo lũ quét, sạt lở đất ở {p}', '{p} khắc phục hậu quả lũ quét'],
      sentences: ['Trận lũ quét đêm qua làm hỏng {n} ngôi nhà.', 'Vết nứt trên đồi báo hiệu nguy cơ sạt lở đất.', 'Bộ đội giúp dân dựng lại nhà và khơi thông đường.', 'Loa truyền thanh nhắc mọi người không vớt củi trên suối.'],
    },
    en: {
      phrases: ['flash flood', 'landslide warning'],
      titles: ['Flash flood and landslide warning in {p}', '{p} recovers from a flash flood'],
      sentences: ['Last night a flash flood damaged {n} houses.', 'Cracks on the hill led to a landslide warning.', 'Soldiers helped to rebuild homes and clear the road.', 'Loudspeakers remind people not to gather driftwood.'],
    },
  },
  {
    id: 'bien-gioi',
    vi: {
      phrases: ['phân giới cắm mốc', 'tuần tra song phương'],
      titles: ['Kỷ niệm ngày phân giới cắm mốc tại {p}', 'Tuần tra song phương trên đoạn biên giới gần {p}'],
      sentences: ['Việc phân giới cắm mốc đoạn này kéo dài {n} tháng.', 'Hai đồn tuần tra song phương mỗi quý một lần.', 'Người dân hai bên nhận nhau là anh em.', 'Cột mốc được lau rửa trước ngày lễ.'],
    },
    en: {
      phrases: ['border demarcation', 'joint patrol'],
      titles: ['Anniversary of border demarcation in {p}', 'Joint patrol along the border near {p}'],
      sentences: ['Border demarcation took {n} months here.', 'Both posts walk a joint patrol each quarter.', 'People on either side call each other kin.', 'The marker is washed before the feast.'],
    },
  },
  {
    id: 'bao-ton',
    vi: {
      phrases: ['di sản phi vật thể', 'nghệ nhân ưu tú'],
      titles: ['Nghệ nhân ưu tú {w} và di sản phi vật thể của {p}', 'Kiểm kê di sản phi vật thể ở {p}'],
      sentences: ['Tỉnh kiểm kê được {n} di sản phi vật thể.', 'Danh hiệu nghệ nhân ưu tú được trao cho người truyền nghề.', 'Làn điệu cổ được ghi âm và dạy lại trong trường.', 'Chữ viết cổ còn nằm trong những cuốn sách giấy bản.'],
    },
    en: {
      phrases: ['intangible heritage', 'meritorious artisan'],
      titles: ['Meritorious artisan {w} and the intangible heritage of {p}', 'An inventory of intangible heritage in {p}'],
      sentences: ['The inventory counts {n} items of intangible heritage.', 'The title of meritorious artisan goes to those who teach.', 'Old tunes are recorded and taught at school.', 'The old script survives in books of bark paper.'],
    },
  },
  {
    id: 'chuyen-doi-so',
    vi: {
      phrases: ['chuyển đổi số', 'dịch vụ công trực tuyến'],
      titles: ['{p} chuyển đổi số từ việc nhỏ', 'Dịch vụ công trực tuyến về tới {p}'],
      sentences: ['Tổ chuyển đổi số có {n} thành viên, phần lớn là đoàn viên.', 'Hồ sơ nộp qua dịch vụ công trực tuyến được trả sớm hơn một ngày.', 'Người già được chỉ cách dùng mã vạch.', 'Sóng điện thoại đã phủ đến bản xa nhất.'],
    },
    en: {
      phrases: ['digital transformation', 'online public services'],
      titles: ['Digital transformation in {p} starts small', 'Online public services reach {p}'],
      sentences: ['The digital transformation team has {n} members, most of them young.', 'Papers filed through online public services come back a day earlier.', 'Older people are shown how to scan a code.', 'The mobile network now covers the farthest hamlet.'],
    },
  },
  {
    id: 'chu-rung',
    vi: {
      phrases: ['chi trả môi trường rừng', 'tín chỉ các-bon'],
      titles: ['{p} nhận tiền chi trả môi trường rừng', 'Tín chỉ các-bon: cơ hội của chủ rừng {p}'],
      sentences: ['Tiền chi trả môi trường rừng năm nay là {n} triệu đồng mỗi thôn.', 'Muốn bán tín chỉ các-bon, rừng phải được đo đếm lại.', 'Tổ bảo vệ đi tuần bốn buổi một tháng.', 'Cây gỗ lớn được gắn thẻ.'],
    },
    en: {
      phrases: ['forest environment payments', 'carbon credits'],
      titles: ['{p} receives forest environment payments', 'Carbon credits: a chance for forest owners in {p}'],
      sentences: ['Forest environment payments come to {n} million dong a hamlet this year.', 'To sell carbon credits, a forest has to be measured again.', 'Wardens walk four patrols a month.', 'Large trees carry a tag.'],
    },
  },
  {
    id: 'san-bay',
    vi: {
      phrases: ['đường bay thẳng', 'nhà ga hành khách'],
      titles: ['Mở đường bay thẳng, khách đến {p} gần hơn', 'Đường bay thẳng và nhà ga hành khách: tin vui cho {p}'],
      sentences: ['Đường bay thẳng mỗi tuần có {n} chuyến.', 'Nhà ga hành khách đón được hai tàu bay cùng lúc.', 'Vé mùa lễ hội nên đặt trước một tháng.', 'Xe buýt nối sân bay với bến xe.'],
    },
    en: {
      phrases: ['direct flights', 'passenger terminal'],
      titles: ['Direct flights bring {p} closer', 'Direct flights and a passenger terminal: good news for {p}'],
      sentences: ['There are {n} direct flights a week.', 'The passenger terminal handles two aircraft at once.', 'Seats for the festival should be booked a month ahead.', 'A bus links the airport with the coach station.'],
    },
  },
  {
    id: 'nuoc-sach',
    vi: {
      phrases: ['nước sinh hoạt', 'nông thôn mới'],
      titles: ['Công trình nước sinh hoạt cho {p}', '{p} về đích nông thôn mới nhờ nước sinh hoạt'],
      sentences: ['Đường ống nước sinh hoạt dài {n} km.', 'Tiêu chí nông thôn mới đòi hỏi trên chín phần mười số hộ có nước hợp vệ sinh.', 'Mỗi nhà góp ba ngày công đào rãnh.', 'Bể chứa đặt ở lưng đồi.'],
    },
    en: {
      phrases: ['household water', 'rural standards'],
      titles: ['Household water works for {p}', '{p} meets rural standards with household water'],
      sentences: ['The household water pipe is {n} km long.', 'Rural standards ask for clean supply in nine homes of ten.', 'Each family gave three days of digging.', 'The tank stands halfway up the hill.'],
    },
  },
  {
    id: 'giao-duc',
    vi: {
      phrases: ['trường nội trú', 'tiếng dân tộc'],
      titles: ['Trường nội trú ở {p} dạy tiếng dân tộc', 'Bữa cơm trường nội trú {p}'],
      sentences: ['Trường nội trú có {n} em ở lại cuối tuần.', 'Giờ tiếng dân tộc do thầy giáo người bản đứng lớp.', 'Thư viện nhận thêm sách tranh.', 'Học sinh lớp chín được tư vấn chọn nghề.'],
    },
    en: {
      phrases: ['boarding school', 'mother-tongue lessons'],
      titles: ['Boarding school in {p} offers mother-tongue lessons', 'Supper at the boarding school of {p}'],
      sentences: ['At the boarding school {n} pupils stay over the weekend.', 'Mother-tongue lessons are given by a teacher from the hamlet.', 'The library received more picture books.', 'Ninth-formers are advised on trades.'],
    },
  },
  {
    id: 'y-te',
    vi: {
      phrases: ['khám chữa bệnh từ xa', 'trạm y tế'],
      titles: ['Khám chữa bệnh từ xa tại {p}', 'Trạm y tế {p} khám chữa bệnh từ xa'],
      sentences: ['Mỗi tháng có {n} ca được khám chữa bệnh từ xa.', 'Trạm y tế có thêm máy siêu âm.', 'Cô đỡ thôn bản đi bộ đến từng nhà.', 'Trẻ nhỏ được tiêm chủng đủ mũi.'],
    },
    en: {
      phrases: ['telemedicine', 'health station'],
      titles: ['Telemedicine arrives in {p}', 'The health station of {p} takes up telemedicine'],
      sentences: ['Telemedicine handles {n} cases a month.', 'The health station has a new scanner.', 'Village midwives walk from house to house.', 'Small children have all their shots.'],
    },
  },
  {
    id: 'ocop',
    vi: {
      phrases: ['sản phẩm OCOP', 'truy xuất nguồn gốc'],
      titles: ['{p} có thêm sản phẩm OCOP bốn sao', 'Truy xuất nguồn gốc cho sản phẩm OCOP {p}'],
      sentences: ['Hội đồng chấm {n} sản phẩm OCOP trong hai ngày.', 'Tem truy xuất nguồn gốc dán trên từng hộp.', 'Gian hàng mạng do người trẻ lo liệu.', 'Bao bì mới làm từ lá và giấy dó.'],
    },
    en: {
      phrases: ['one-commune products', 'traceability'],
      titles: ['Another four stars among one-commune products of {p}', 'Traceability for the one-commune products of {p}'],
      sentences: ['The jury marked {n} one-commune products in two days.', 'A traceability stamp is fixed to each box.', 'The young look after the online stall.', 'New packs are made of leaves and bark paper.'],
    },
  },
  {
    id: 'doi-ngoai',
    vi: {
      phrases: ['kết nghĩa hữu nghị', 'đoàn làm phim quốc tế'],
      titles: ['{p} kết nghĩa hữu nghị với địa phương bạn', 'Đón đoàn làm phim quốc tế đến {p}'],
      sentences: ['Thỏa thuận kết nghĩa hữu nghị có {n} điều.', 'Đoàn làm phim quốc tế xin phép trước khi tác nghiệp.', 'Đoàn bạn thăm lớp học tiếng Việt.', 'Quà tặng là chiếc khăn piêu.'],
    },
    en: {
      phrases: ['twinning agreement', 'film crews'],
      titles: ['{p} signs a twinning agreement', 'Film crews are welcome in {p}'],
      sentences: ['The twinning agreement has {n} articles.', 'Film crews ask leave before they work.', 'The guests saw a Vietnamese class.', 'They were given piêu scarves.'],
    },
  },
  {
    id: 'hoa-anh-dao',
    vi: {
      phrases: ['mùa hoa anh đào', 'giải chạy đường núi'],
      titles: ['Mùa hoa anh đào và giải chạy đường núi ở {p}', 'Đến {p} đúng mùa hoa anh đào'],
      sentences: ['Mùa hoa anh đào kéo dài {n} ngày.', 'Giải chạy đường núi có bốn cự ly.', 'Người chạy băng qua bản khi sương chưa tan.', 'Điểm tiếp nước do đoàn thanh niên đảm nhận.'],
    },
    en: {
      phrases: ['cherry blossom', 'mountain race'],
      titles: ['Cherry blossom and a mountain race in {p}', '{p} in cherry blossom'],
      sentences: ['The cherry blossom lasts {n} days.', 'The mountain race has four distances.', 'Runners cross the hamlet while the mist is still low.', 'The youth union hands out water.'],
    },
  },
  {
    id: 'hang-dong',
    vi: {
      phrases: ['thám hiểm hang động', 'khảo cổ học'],
      titles: ['Thám hiểm hang động gần {p}', 'Phát hiện mới về khảo cổ học ở {p}'],
      sentences: ['Chuyến thám hiểm hang động đi sâu {n} mét.', 'Hố khai quật khảo cổ học lộ ra lớp than và vỏ ốc.', 'Dơi làm tổ trên trần nên không được bật đèn mạnh.', 'Rìu đá mài được đưa về bảo tàng.'],
    },
    en: {
      phrases: ['cave exploration', 'archaeological dig'],
      titles: ['Cave exploration near {p}', 'Archaeological dig at {p} brings new finds'],
      sentences: ['Cave exploration went {n} metres deep.', 'The archaeological dig laid bare charcoal and snail shells.', 'Bats nest on the ceiling, so bright lamps are not allowed.', 'Polished axes went to the museum.'],
    },
  },
  {
    id: 'mac-ca',
    vi: {
      phrases: ['cây mắc ca', 'liên kết sản xuất'],
      titles: ['Cây mắc ca trên đất dốc {p}', 'Liên kết sản xuất, cây mắc ca {p} có đầu ra'],
      sentences: ['Sau {n} tháng, cây mắc ca bắt đầu cho quả bói.', 'Hợp đồng liên kết sản xuất ghi rõ giá sàn.', 'Cỏ giữa hàng được cắt làm phân xanh.', 'Nhà máy sấy hạt chạy bằng vỏ quả.'],
    },
    en: {
      phrases: ['macadamia trees', 'contract farming'],
      titles: ['Macadamia trees on the slopes of {p}', 'Contract farming gives the macadamia trees of {p} a market'],
      sentences: ['After {n} months macadamia trees bear first nuts.', 'Contract farming names a floor price.', 'Grass between the rows is cut for manure.', 'The drier burns the shells.'],
    },
  },
  {
    id: 'dien-mat-troi',
    vi: {
      phrases: ['điện mặt trời mái nhà', 'lưới điện quốc gia'],
      titles: ['Điện mặt trời mái nhà ở {p}', 'Kéo lưới điện quốc gia lên {p}'],
      sentences: ['Có {n} hộ lắp điện mặt trời mái nhà.', 'Lưới điện quốc gia đã tới bản cuối cùng.', 'Trụ thép được khiêng bộ lên dốc.', 'Trường học dùng điện để bơm nước.'],
    },
    en: {
      phrases: ['rooftop solar', 'national grid'],
      titles: ['Rooftop solar in {p}', 'The national grid climbs to {p}'],
      sentences: ['Rooftop solar now serves {n} homes.', 'The national grid has reached the last hamlet.', 'Steel masts were carried uphill on foot.', 'The school uses the current to pump water.'],
    },
  },
]
