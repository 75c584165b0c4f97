//! Plain characters: half width, simplified script, one sign for each punctuation mark.

use std::collections::HashMap;
use std::hash::BuildHasherDefault;
use std::sync::LazyLock;

use super::hash::Mixer;

/// Traditional characters and their simplified form, in pairs: what people say when they buy food, goods and help.
const PAIRS: &str = "\
兩两個个碗碗盤盘塊块條条張张雙双對对們们這这裡里裏里邊边嗎吗麼么甚甚麽么沒没來来過过還还買买賣卖單单訂订點点購购\
後后幾几給给錢钱價价貴贵廉廉優优惠惠領领紅红綠绿藍蓝黃黄雞鸡鴨鸭魚鱼蝦虾蠔蚝蟹蟹豬猪羊羊驢驴雜杂腸肠臟脏湯汤飯饭\
麵面麪面餅饼餃饺餡馅餛馄飩饨燒烧滷卤鹵卤醬酱鹽盐蔥葱薑姜蒜蒜韭韭蘿萝蔔卜蔬蔬菜菜蘋苹檸柠蘭兰莓莓荔荔鳳凤龍龙\
鐵铁冰冰熱热溫温涼凉凍冻氣气奶奶優优蛋蛋糕糕點点麥麦穀谷豐丰鮮鲜鹹咸濃浓純纯粵粤東东華华國国漢汉無无貼贴線线\
電电腦脑機机話话殼壳膠胶囊囊藥药療疗罩罩護护創创體体溫温計计顆颗粒粒維维環环歲岁壽寿誕诞賀贺結结婚婚禮礼盒盒\
裝装簡简約约纖纤細细長长寬宽圓圆頭头髮发臉脸樣样種种類类請请謝谢麻麻煩烦幫帮號号樓楼層层區区縣县鎮镇鄉乡莊庄\
門门開开關关閉闭時时間间鐘钟晚晚現现從从為为與与並并讓让說说講讲認认識识記记變变換换轉转確确實实應应該该總总\
共共夠够億亿萬万壹一貳二參参肆四伍五陸陆柒七捌八玖九拾十仟千佰百塊块斤斤兩两鬆松軟软韌韧乾干濕湿嘗尝嚐尝\
廠厂廣广場场園园學学醫医館馆廳厅鋪铺舖铺攤摊車车達达運运輸输遞递寄寄達达儘尽量量問问題题務务員员擔担貨货屬属\
煙烟鹼碱釀酿檳槟鳥鸟鵝鹅鴿鸽蠶蚕蟲虫蚵蚵蛤蛤貝贝螺螺鱸鲈鮭鲑鮪鲔鯉鲤鯽鲫鰻鳗龜龟雲云霧雾壺壶罐罐桶桶鍋锅爐炉\
烤烤炒炒爆爆薯薯條条炸炸漿浆腐腐絲丝滑滑嫩嫩爽爽脆脆濟济餐餐廚厨師师傅傅隊队當当選选擇择刪删減减倆俩仨仨壞坏\
係是喺在嘅的咗了唔不冇没俾给畀给咁这啲些睇看揾找諗想嚟来佢他邊边杯杯\
聽听罵骂愛爱樂乐歡欢迎迎節节慶庆燈灯籠笼聯联對对福福鏈链螢萤幕幕鍵键盤盘滑滑鼠鼠視视頻频戲戏劇剧票票座座試试\
靜静營营養养髒脏潔洁淨净劑剂絨绒襪袜褲裤裙裙鞋鞋襯衬衫衫紙纸筆笔書书報报紐纽灣湾蘇苏滬沪瀋沈陽阳陰阴鬧闹慢慢\
遲迟早早馬马騎骑隻只支支瓶瓶噸吨磅磅釐厘匙匙";

/// The character it counts as.
pub(crate) fn plain(character: char) -> char {
    if character.is_ascii() {
        return match character {
            '\r' => '\n',
            other => other,
        };
    }
    match character {
        '￥' => '¥',
        '\u{ff01}'..='\u{ff5e}' => half(character),
        '’' | '‘' | '`' => '\'',
        '…' => '。',
        _ => TABLE.get(&character).copied().unwrap_or(character),
    }
}

/// The half-width form of a full-width character.
fn half(character: char) -> char {
    char::from_u32(u32::from(character) - 0xfee0).unwrap_or(character)
}

static TABLE: LazyLock<HashMap<char, char, BuildHasherDefault<Mixer>>> = LazyLock::new(|| {
    let characters: Vec<char> = PAIRS.chars().collect();
    characters.chunks_exact(2).filter(|pair| pair[0] != pair[1]).map(|pair| (pair[0], pair[1])).collect()
});
