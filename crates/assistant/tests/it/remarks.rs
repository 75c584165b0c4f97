//! Why something is wanted, said by the way, and the yes of people who talk.

use crate::small_shop::{after, assistant_of, chosen, offered, plain, say, with_option};
use crate::talk::play;

#[test]
fn why_it_is_to_be_less_takes_nothing_off() {
    play(
        "
        > 羊肉串八根
        yeye/yang x8
        > 教练让我少吃点，六根吧
        yeye/yang x6 ?教练让|少吃点
        > 热量太高了，五根就好
        yeye/yang x5 ?热量太高了
        > 漏算了人，换成七根
        yeye/yang x7 ?漏算了人
        > 家里来俩哥们儿，换成特辣
        yeye/yang x7 特辣 ?家里来俩哥们

        > one latte
        yunshan/na x1
        > my flatmate wants one too, make it two
        yunshan/na x2 ?my flatmate wants one too
        > my brothers want one too, so four
        yunshan/na x4 ?my brothers want one too
        > better make it five, the whole desk wants one
        yunshan/na x5 ?the whole desk wants one
        ",
    );
}

#[test]
fn children_who_want_some_are_not_bought_for() {
    let shop = assistant_of(&[
        plain("lemonade", ("柠檬水", "lemonade"), "饮品"),
        plain("syrup", ("儿童布洛芬混悬液", "kids ibuprofen"), "退烧药"),
    ]);
    assert_eq!(after(&shop, &["one lemonade", "the kids want some too, make it four"]), "lemonade x4");
}

#[test]
fn what_it_is_for_is_not_bought() {
    let shop = assistant_of(&[
        plain("cable", ("数据线", "cable"), "数码"),
        plain("bank", ("充电宝", "power bank"), "充电"),
        plain("head", ("充电头", "charger"), "充电"),
        plain("swim", ("游泳镜", "goggles"), "游泳"),
        plain("child", ("游泳票（儿童）", "swim ticket (child)"), "游泳"),
        plain("adult", ("游泳票（成人）", "swim ticket (adult)"), "游泳"),
    ]);
    assert_eq!(chosen(&shop, "车上充电用，数据线拿一根"), "cable x1");
    assert_eq!(chosen(&shop, "周末带娃去游泳，儿童游泳票两张，成人的一张"), "child x2; adult x1");
}

#[test]
fn what_turned_out_wrong_is_why_it_changes() {
    let sizes = [("7寸", "7 inches"), ("12寸", "12 inches")];
    let shop = assistant_of(&[
        with_option("frame", ("木质相框", "wooden frame"), ("尺寸", "size"), &sizes),
        plain("print", ("照片冲印", "photo print"), "照片"),
        plain("mug", ("照片马克杯", "photo mug"), "照片"),
    ]);
    assert_eq!(after(&shop, &["木质相框来一个，7寸", "照片洗大了，改12寸的"]), "frame x1 12寸");
}

#[test]
fn what_is_done_and_left_away_belongs_to_its_option() {
    let films = [("不覆膜", "no lamination"), ("亮膜", "gloss"), ("哑膜", "matte")];
    let rice = [("不加米饭", "no rice"), ("加米饭", "with rice")];
    let shop = assistant_of(&[
        with_option("cards", ("名片", "business cards"), ("覆膜", "lamination"), &films),
        with_option("tofu", ("麻婆豆腐", "mapo tofu"), ("米饭", "rice"), &rice),
        plain("curry", ("鸡肉咖喱饭", "chicken curry rice"), "饭"),
        plain("eel", ("鳗鱼饭", "eel rice"), "饭"),
    ]);
    assert_eq!(chosen(&shop, "印一盒名片，覆哑膜"), "cards x1 哑膜");
    assert_eq!(after(&shop, &["one mapo tofu", "add rice to that"]), "tofu x1 加米饭");
}

#[test]
fn pinyin_is_cut_where_its_words_are() {
    play(
        "
        > yao yi kuai zhishi dangao
        yunshan/qi x1
        > en, jiu zhege, xiadan
        confirm

        > ding yi bei natie
        yunshan/na x1
        ",
    );
}

#[test]
fn a_part_of_a_name_is_not_heard_right_before_other_goods() {
    let shop = assistant_of(&[
        plain("bib", ("口水巾", "bib"), "母婴"),
        plain("dumpling", ("水晶虾饺", "crystal shrimp dumplings"), "点心"),
    ]);
    assert_eq!(chosen(&shop, "水晶虾饺一笼"), "dumpling x1");
    assert_eq!(offered(&say(&shop, "水金虾饺一笼")), ["水晶虾饺"]);
}

#[test]
fn people_say_yes_in_their_own_words() {
    for yes in [
        "好额，侬帮我下单好了",
        "没啥问题，确认",
        "这样就很好，请下单",
        "嗯哼，下单",
        "好的姐妹，下单",
        "豁出去了，下单",
        "是我要的，付账吧",
        "好呀，就咁落單",
        "好，就要这杯",
        "嗯，这杯也要，下单",
        "Place the like order, thanks",
        "Yes, get me that",
        "uh huh sounds good place the order",
        "right thats what i want please order",
        "Grand, go on and order that",
        "Quite right, that is where I live, please order it",
    ] {
        play(&format!("> 一杯拿铁\nyunshan/na x1\n> {yes}\nconfirm"));
    }
}

#[test]
fn what_only_sounds_like_a_yes_orders_nothing() {
    for said in ["对了", "替我付钱", "this ok", "好辛苦", "送到付款", "ordder", "yes, correct address please"]
    {
        let mut talk = crate::talk::Talk::default();
        talk.say("一杯拿铁");
        assert_ne!(talk.say(said), "confirm", "{said}");
    }
}

#[test]
fn what_was_just_shown_is_not_put_in_by_a_yes_to_the_quote() {
    for said in ["put that in", "put it in please", "get that in"] {
        let mut talk = crate::talk::Talk::default();
        talk.say("一杯拿铁");
        talk.say("do you have cheesecake");
        assert_eq!(talk.say(said), "ask AgreeAgain", "{said}");
    }
}

#[test]
fn what_names_goods_beside_their_use_is_wanted() {
    let shop = assistant_of(&[
        plain("cable", ("苹果数据线", "lightning cable"), "数码"),
        plain("bank", ("充电宝", "power bank"), "充电"),
        plain("towel", ("抽纸", "tissues"), "日用"),
    ]);
    assert_eq!(offered(&say(&shop, "抽纸公司用，充电宝来一个")), ["抽纸"]);
}

#[test]
fn what_it_costs_is_no_count() {
    let shop = assistant_of(&[plain("cake", ("生日蛋糕", "birthday cake"), "蛋糕")]);
    assert_eq!(after(&shop, &["一个生日蛋糕", "要二十块的"]), "cake x1");
    assert_eq!(after(&shop, &["一个生日蛋糕", "换十五块的"]), "cake x1");
}

#[test]
fn not_too_much_and_too_little_of_it_is_not_none() {
    play(
        "
        > 片儿川一碗，不加葱不吃辣
        xiaonan/pian x1 不要葱 不辣

        > 一杯布丁奶茶，半糖
        lulu/bu x1 半糖
        > 糖少了
        notunderstood ?糖少了

        > 一杯冰拿铁
        yunshan/na x1 冰
        > 热的喝不了
        yunshan/na x1 冰
        ",
    );
}
