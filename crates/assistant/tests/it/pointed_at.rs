//! One of what was shown, by a part of its name, by its price, or by what is left.

use crate::talk::play;

#[test]
fn a_part_of_the_name_tells_which() {
    play(
        "
        > 有什么花束
        show (mumian/bai mumian/mei)
        > 百的那种，来两束
        mumian/bai x2

        > 有什么花束
        show (mumian/bai mumian/mei)
        > 玫的不要，来一束
        mumian/bai x1
        ",
    );
}

#[test]
fn how_many_were_shown_counts_no_goods() {
    play(
        "
        > 布丁奶茶哪家有
        show (lulu/bu qing/bu)
        > 两家里便宜的那家来一杯
        qing/bu x1

        > 布丁奶茶哪家有
        show (lulu/bu qing/bu)
        > 这两个里面贵的那个，三杯
        lulu/bu x3

        > who sells pudding milk tea?
        show (lulu/bu qing/bu)
        > which of the two is cheaper?
        show (qing/bu lulu/bu)
        > the more expensive of the two, large, two cups
        lulu/bu x2 大杯
        ",
    );
}

#[test]
fn what_is_not_to_be_shown_is_not() {
    play(
        "
        > 有什么蛋糕？栗子的别给我看
        show (yunshan/qi)

        > 看看花束，百合的不要
        show (mumian/mei)

        > show me cakes, don't show me cheesecake
        show (yunshan/ti)
        ",
    );
}

#[test]
fn a_clause_says_of_which_kind() {
    play(
        "
        > 烤鸭，半只那种，来两份
        jiajia/ya x2
        ",
    );
}

#[test]
fn thinking_better_of_it_gives_nothing_up() {
    play(
        "
        > 露露的布丁奶茶两杯
        lulu/bu x2
        > 青禾家的是不是更便宜
        show (qing/bu qing/pu)
        > 算了太远了，还是露露的两杯，下单
        confirm

        > 露露的布丁奶茶两杯
        lulu/bu x2
        > 算了，还是红茶拿铁
        lulu/hong x2

        > 露露的布丁奶茶两杯
        lulu/bu x2
        > 算了
        discard
        ",
    );
}

#[test]
fn an_order_is_cancelled_for_any_reason() {
    play(
        "
        > 一束百合花束
        mumian/bai x1
        > 下单
        confirm
        > 刚才那单退了吧，她人不在家
        ask SureToCancel
        > 是的，取消
        cancel order

        > two lattes
        yunshan/na x2
        > order it
        confirm
        > something came up, I need to cancel those lattes
        ask SureToCancel
        > yes, cancel them
        cancel order

        > 一杯拿铁送到公司
        yunshan/na x1 -> 公司
        > 别送到公司，送到家里
        yunshan/na x1 -> 家 ?公司
        ",
    );
}

#[test]
fn what_it_would_cost_is_quoted() {
    play(
        "
        > Don't order anything yet, just tell me what a large latte would cost
        yunshan/na x1 大杯
        > 好的，先不下单
        hold

        > 你都能帮我做些什么
        help

        > what can you help me with?
        help
        ",
    );
}

#[test]
fn a_slip_makes_no_other_word() {
    play(
        "
        > Book me a flatte to Shanghai
        notunderstood ?Book|flatte|Shanghai

        > one latte, lage
        yunshan/na x1 大杯
        > yep pls place the oder
        confirm

        > one latte
        yunshan/na x1
        > place the oder
        notunderstood ?place|oder
        ",
    );
}

#[test]
fn several_that_are_pointed_at_are_all_meant() {
    play(
        "
        > 一杯拿铁，一杯美式，一个可颂
        yunshan/na x1; yunshan/mei x1; yunshan/ke x1
        > 第一个要大杯，第二个要冰的
        yunshan/na x1 大杯; yunshan/mei x1 冰; yunshan/ke x1
        > 第一个和最后一个不要了
        yunshan/mei x1 冰
        ",
    );
}

#[test]
fn nothing_is_taken_that_is_not_called_so() {
    play(
        "
        > 云山有拿铁吗
        show (yunshan/na yunshan/xing)
        > 美的那种，来两杯
        ask WhichItem (yunshan/mei) ?美
        ",
    );
}

#[test]
fn several_are_pointed_at_by_their_numbers() {
    play(
        "
        > 有什么咖啡
        show (yunshan/mei yunshan/na yunshan/xing)
        > 第一个和第三个各两杯
        yunshan/mei x2; yunshan/xing x2

        > 有什么咖啡
        show (yunshan/mei yunshan/na yunshan/xing)
        > the first and the second, please
        yunshan/mei x1; yunshan/na x1

        > 有什么咖啡
        show (yunshan/mei yunshan/na yunshan/xing)
        > 第一个，不对，第二个
        yunshan/na x1
        ",
    );
}

#[test]
fn what_is_pointed_at_stands_beside_what_is_named() {
    play(
        "
        > 有什么面
        show (xiaonan/pian xiaonan/niu)
        > 第二个，再来一杯豆浆
        xiaonan/niu x1; xiaonan/dou x1

        > 有什么面
        show (xiaonan/pian xiaonan/niu)
        > 最便宜的那个，再来两杯豆浆
        xiaonan/pian x1; xiaonan/dou x2

        > what noodles do you have
        show (xiaonan/pian xiaonan/niu)
        > the pricier one and two soy milks
        xiaonan/niu x1; xiaonan/dou x2

        > 有什么面
        show (xiaonan/pian xiaonan/niu)
        > 后面那个来两碗
        xiaonan/niu x2
        ",
    );
}

#[test]
fn so_many_are_of_what_was_shown_last() {
    play(
        "
        > 一杯拿铁
        yunshan/na x1
        > 可颂多少钱
        show (yunshan/ke)
        > 来三个
        yunshan/na x1; yunshan/ke x3

        > one latte
        yunshan/na x1
        > what noodles do you have
        show (xiaonan/pian xiaonan/niu)
        > I'll take two
        ask WhichItem (xiaonan/pian xiaonan/niu)

        > 最贵的面是哪个
        show (xiaonan/niu xiaonan/pian)
        > 来一碗
        xiaonan/niu x1
        ",
    );
}

#[test]
fn of_two_the_one_that_is_left() {
    play(
        "
        > 有什么花束
        show (mumian/bai mumian/mei)
        > 百合的家里还有，拿剩下那个
        mumian/mei x1

        > 有什么花束
        show (mumian/bai mumian/mei)
        > 玫瑰的看腻了，换另外那种，两束
        mumian/bai x2

        > 有什么花束
        show (mumian/bai mumian/mei)
        > 百合花束要，另一种也要
        mumian/bai x1; mumian/mei x1

        > 有什么花束
        show (mumian/bai mumian/mei)
        > 百合花束来一束，剩下那个不要
        mumian/bai x1
        ",
    );
}

#[test]
fn the_number_or_the_place_that_it_was_shown_with() {
    play(
        "
        > 有什么花束
        show (mumian/bai mumian/mei)
        > 2号来三束
        mumian/mei x3

        > 有什么花束
        show (mumian/bai mumian/mei)
        > 1号那个，拿一束
        mumian/bai x1

        > 有什么花束
        show (mumian/bai mumian/mei)
        > 列在最前头那种，要两束
        mumian/bai x2

        > 有什么花束
        show (mumian/bai mumian/mei)
        > 最下面那个
        mumian/mei x1
        ",
    );
}

#[test]
fn what_costs_least_in_other_words() {
    play(
        "
        > 布丁奶茶哪家有
        show (lulu/bu qing/bu)
        > 比一比，省钱的那家来四杯
        qing/bu x4

        > 布丁奶茶哪家最划算就哪家，一杯
        qing/bu x1

        > 布丁奶茶哪家有
        show (lulu/bu qing/bu)
        > 哪家便宜要哪家
        qing/bu x1

        > who sells pudding milk tea?
        show (lulu/bu qing/bu)
        > whichever costs less
        qing/bu x1

        > who sells pudding milk tea?
        show (lulu/bu qing/bu)
        > the lower-priced one, two cups
        qing/bu x2
        ",
    );
}

#[test]
fn what_is_denied_is_not_preferred() {
    play(
        "
        > 布丁奶茶哪家有
        show (lulu/bu qing/bu)
        > 贵的那个不要，便宜的来两杯
        qing/bu x2

        > 布丁奶茶哪家有
        show (lulu/bu qing/bu)
        > 哪个价钱低要哪个，一杯
        qing/bu x1

        > find me the cheapest pudding milk tea, half sugar, just one
        lulu/bu x1 半糖
        ",
    );
}

#[test]
fn which_variant_it_is_and_which_not() {
    play(
        "
        > 烤鸭来一份，整只的，不是半只哈
        jiajia/yaz x1

        > 烤鸭一份，不是半只，是整只
        jiajia/yaz x1
        ",
    );
}
