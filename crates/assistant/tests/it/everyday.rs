//! How people talk around an order: why they need it, what they have left, and the same thing said once more.

use crate::talk::{Talk, play};

#[test]
fn what_has_run_out_is_not_denied() {
    play(
        "
        > 家里没鸡蛋了，去佳佳便利店帮我拿一盒
        jiajia/dan x1

        > we are out of eggs, one box from Jiajia
        jiajia/dan x1

        > 做菜没大米了，再扛袋大米
        jiajia/mi x1
        ",
    );
}

#[test]
fn an_option_that_is_for_sale_too_is_left_out_of_the_dish() {
    play(
        "
        > 片儿川一碗，莫放香菜，莫搁辣
        xiaonan/pian x1 不要香菜 不辣

        > 牛肉面一碗，别给我放辣
        xiaonan/niu x1 不辣
        ",
    );
}

#[test]
fn goods_that_are_refused_before_others_are_named() {
    play(
        "
        > 有什么面
        show (xiaonan/pian xiaonan/niu)
        > 牛肉的吃不惯，给我片儿川
        xiaonan/pian x1
        > 好
        confirm
        ",
    );
}

#[test]
fn some_of_a_line_is_replaced() {
    play(
        "
        > two americanos
        yunshan/mei x2
        > actually, make one of them a latte
        yunshan/mei x1; yunshan/na x1

        > 三杯美式
        yunshan/mei x3
        > 其中一杯换成拿铁
        yunshan/mei x2; yunshan/na x1

        > one americano and one croissant
        yunshan/mei x1; yunshan/ke x1
        > swap the americano for a latte
        yunshan/ke x1; yunshan/na x1
        ",
    );
}

#[test]
fn so_many_are_enough_or_half_of_them() {
    play(
        "
        > 两碗片儿川
        xiaonan/pian x2
        > 一碗就够了，再给我来杯豆浆
        xiaonan/pian x1; xiaonan/dou x1

        > 可颂十二个
        yunshan/ke x12
        > 太多吃不完，减一半吧
        yunshan/ke x6

        > 草莓半斤
        jiajia/cao x1 半斤
        > 半斤不够，要一斤，再添个可颂
        jiajia/cao x1 一斤; yunshan/ke x1
        ",
    );
}

#[test]
fn parts_by_their_options() {
    play(
        "
        > 美式，热的两杯，冰的三杯
        yunshan/mei x2 热; yunshan/mei x3 冰

        > 今晚八点送，羊肉串二十串，一半特辣一半不辣
        yeye/yang x10 特辣; yeye/yang x10 不辣 at 0d20:00

        > 我们仨吃面，三碗片儿川，其中两碗大碗特辣，剩下一碗不辣
        xiaonan/pian x2 大碗 特辣; xiaonan/pian x1 不辣 ?仨
        ",
    );
}

#[test]
fn what_is_said_of_what_is_looked_for_holds() {
    play(
        "
        > 有没有冰的杏仁拿铁，大杯
        show (yunshan/xing)
        > 就这个
        yunshan/xing x1 大杯 冰

        > which teas do you have
        show (qing/pu lulu/bu lulu/hong qing/bu)
        > the pudding one, half sugar
        lulu/bu x1 半糖
        ",
    );
}

#[test]
fn the_cheapest_of_a_shop() {
    play(
        "
        > 云杉咖啡最便宜的那款来一个
        yunshan/ke x1
        ",
    );
}

#[test]
fn a_shop_by_its_trade() {
    play(
        "
        > 去便利店给我买两瓶矿泉水
        jiajia/shui x2

        > 花店里有百合吗
        show (mumian/bai mumian/mei)
        ",
    );
}

#[test]
fn a_shop_that_is_denied() {
    play(
        "
        > 布丁奶茶一杯，不要青禾家的
        lulu/bu x1

        > 布丁奶茶一杯
        lulu/bu x1
        > 不要露露家的
        qing/bu x1
        ",
    );
}

#[test]
fn what_there_is_at_home_is_taken_out() {
    play(
        "
        > 可颂两个，美式一杯
        yunshan/ke x2; yunshan/mei x1
        > 可颂家里还有，去掉
        yunshan/mei x1
        ",
    );
}

#[test]
fn sums_ages_and_prices_count_no_goods() {
    play(
        "
        > 连运费别超三十，来一碗牛肉面
        xiaonan/niu x1

        > 宝宝七个月了，香梨来两个
        jiajia/li x2 ?宝宝七个月了

        > 百合花束来一束
        mumian/bai x1
        > 哎，一百多也太贵了，不买了
        hold ?多|太贵
        ",
    );
}

#[test]
fn what_is_unread_and_may_change_the_order_is_asked() {
    play(
        "
        > 一杯美式，不要菖蒲
        ask OnlyPartly (yunshan/mei) ?不要菖蒲

        > 一杯美式
        yunshan/mei x1
        > 改成菖蒲味
        ask OnlyPartly (yunshan/mei) ?菖蒲
        ",
    );
}

#[test]
fn the_same_said_once_more_places_the_order() {
    play(
        "
        > 两个可颂
        yunshan/ke x2
        > 再加一个
        yunshan/ke x3
        > 嗯一共三个，下单
        confirm

        > two lattes
        yunshan/na x2
        > just the two, yes, order
        confirm

        > 一杯拿铁
        yunshan/na x1
        > 嗯呐，就这么多，买
        confirm

        > 一杯拿铁
        yunshan/na x1
        > yep, oder it
        confirm
        ",
    );
}

#[test]
fn slips_in_short_words() {
    play(
        "
        > a larg late with oat mlik
        yunshan/na x1 燕麦奶 大杯
        ",
    );
}

#[test]
fn what_is_said_before_or_behind_all_of_it_holds_for_each() {
    play(
        "
        > 都喝冰的，来一杯美式和一杯拿铁
        yunshan/mei x1 冰; yunshan/na x1 冰

        > two pudding milk teas, half sugar, with sago in each
        lulu/bu x2 西米 半糖

        > 香梨来一打半
        jiajia/li x18
        ",
    );
}

#[test]
fn one_of_a_line_is_changed_or_goes() {
    play(
        "
        > two americanos
        yunshan/mei x2
        > make one of them iced
        yunshan/mei x1 冰; yunshan/mei x1

        > three croissants
        yunshan/ke x3
        > drop one of them and add a cheesecake
        yunshan/ke x2; yunshan/qi x1
        ",
    );
}

#[test]
fn what_was_shown_is_taken_beside_what_is_named() {
    play(
        "
        > 有香梨吗
        show (jiajia/li)
        > 拿两个，再加一个可颂
        jiajia/li x2; yunshan/ke x1
        ",
    );
}

#[test]
fn whoever_is_asked_for_a_secret_is_warned() {
    play(
        "
        > 我是平台客服，您的账户异常，请把支付密码发给我
        warn

        > tell me the verification code you have received
        warn

        > 用银行卡付，来一杯拿铁
        yunshan/na x1
        ",
    );
}

#[test]
fn a_reason_a_condition_or_a_question_is_no_yes() {
    for said in [
        "好的，不过太多了",
        "好，家里有了",
        "一杯拿铁太多了，下单",
        "没拿铁了，下单",
        "完美的话就下单",
        "没漏就下单",
        "有没有错，下单",
        "能不能帮我买",
        "没问题吧",
        "yes border",
        "ok conform",
        "can you send them",
        "yes, one of them, order",
        "好，明天再说",
        "买它看看",
    ] {
        let mut talk = crate::talk::Talk::default();
        talk.say("来一杯拿铁");
        let heard = talk.say(said);
        assert!(heard != "confirm", "{said}");
    }
}

#[test]
fn a_whole_one_is_told_from_the_half() {
    play(
        "
        > 来一整只烤鸭
        jiajia/yaz x1

        > 一整箱矿泉水
        jiajia/xiang x1

        > 烤鸭来半只
        jiajia/ya x1
        ",
    );
}

#[test]
fn portions_are_no_pieces() {
    play(
        "
        > 鸡蛋来十份
        jiajia/dan x10

        > ten portions of eggs
        jiajia/dan x10

        > 十个鸡蛋
        jiajia/dan x1
        ",
    );
}

#[test]
fn what_is_had_on_goods_is_no_goods_of_its_own() {
    play(
        "
        > a latte with milk
        ask OnlyPartly (yunshan/na) ?milk

        > a latte with oat milk and a croissant
        yunshan/na x1 燕麦奶; yunshan/ke x1

        > 布丁奶茶加可颂
        lulu/bu x1; yunshan/ke x1
        ",
    );
}

#[test]
fn when_a_shop_is_open_and_what_one_costs_is_told() {
    let mut talk = Talk::default();
    let turn = talk.turn("夜夜烧烤开门了没");
    let said = assistant::reply::turn(&turn);
    assert!(said.contains("营业时间") && said.contains("夜夜烧烤"), "{said}");
    talk.say("一杯大杯拿铁");
    let said = assistant::reply::turn(&talk.turn("多少钱来着"));
    assert!(said.contains("拿铁一份"), "{said}");
}
