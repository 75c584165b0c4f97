//! Which shop: another one than before, and none that is far unless it is meant.

use assistant::{Note, reply};

use crate::talk::{Talk, play};

#[test]
fn another_shop() {
    play(
        "
        > 青禾茶铺的布丁奶茶来两杯，大杯，去冰
        qing/bu x2 去冰 大杯
        > 换一家
        lulu/bu x2 去冰 大杯
        > 好的，下单
        confirm

        > two pudding milk teas from 青禾茶铺
        qing/bu x2
        > another shop please
        lulu/bu x2
        > can I get it from a different shop?
        qing/bu x2

        > 青禾茶铺的布丁奶茶来一杯
        qing/bu x1
        > 换家店，要大杯
        lulu/bu x1 大杯

        > 青禾茶铺的布丁奶茶来一杯
        qing/bu x1
        > 再来一份片儿川
        qing/bu x1; xiaonan/pian x1
        > 布丁奶茶换一家
        lulu/bu x1; xiaonan/pian x1
        > 片儿川换家店
        lulu/bu x1; xiaonan/pian x1

        > 青禾茶铺的布丁奶茶来一杯
        qing/bu x1
        > 换成露露茶坊的
        lulu/bu x1

        > 一杯美式
        yunshan/mei x1
        > 换一家
        ask WhichItem (zhulin/mei)
        > 就要这个
        zhulin/mei x1

        > 两碗红烧牛肉面
        xiaonan/niu x2
        > I want it from a different restaurant
        xiaonan/niu x2

        > 青禾茶铺的布丁奶茶来一杯
        qing/bu x1
        > 别家有吗
        show (lulu/bu)
        > 就第一个吧
        lulu/bu x1

        > 青禾茶铺的布丁奶茶来两杯
        qing/bu x2
        > 算了，换一家吧
        lulu/bu x2
        > 换回青禾茶铺
        qing/bu x2
        > 换一家
        lulu/bu x2
        > 再换一家
        qing/bu x2

        > 布丁奶茶来一杯
        lulu/bu x1
        > 不要露露茶坊的，换一家
        qing/bu x1

        > 一杯拿铁，换一家
        yunshan/na x1 ?换一家

        > a latte from another shop
        yunshan/na x1 ?another shop

        > 换一家
        ask NothingToEdit ?换一家

        > 一杯拿铁
        yunshan/na x1
        > 换一家
        ask WhichItem (lulu/hong)
        > 可以，第一个
        lulu/hong x1
        ",
    );
}

fn notes(sentences: &[&str]) -> Vec<Note> {
    let mut talk = Talk::default();
    let mut notes = Vec::new();
    for sentence in sentences {
        let turn = talk.turn(sentence);
        assert!(!reply::turn(&turn).is_empty() || turn.notes.is_empty());
        notes = turn.notes;
    }
    notes
}

#[test]
fn that_no_other_shop_has_it_is_said() {
    for second in ["换一家", "换家店", "another shop", "from a different shop please"] {
        let notes = notes(&["两碗红烧牛肉面", second]);
        assert!(matches!(notes.as_slice(), [Note::NoOtherShop(_)]), "{second}: {notes:?}");
    }
}

#[test]
fn far_shops() {
    play(
        "
        > 一杯美式
        yunshan/mei x1

        > 最便宜的美式来一杯
        yunshan/mei x1

        > 附近有什么美式
        show (yunshan/mei)

        > any americano nearby?
        show (yunshan/mei)

        > 附近有白茶礼盒吗
        nothinglikethat

        > 一个白茶礼盒
        ask WhichItem (zhulin/cha qingshan/cha)
        > 第一个
        zhulin/cha x1

        > a white tea gift box please
        ask WhichItem (zhulin/cha qingshan/cha)
        > the second one
        qingshan/cha x1

        > 有笋干吗
        show (zhulin/sun)

        > 两份笋干
        zhulin/sun x2

        > 竹林山货的美式来一杯
        zhulin/mei x1
        > 再来一个可颂
        zhulin/mei x1; yunshan/ke x1

        > 一份笋干
        zhulin/sun x1
        > 再来一杯美式
        zhulin/sun x1; yunshan/mei x1
        > 第一个不要了
        yunshan/mei x1
        ",
    );
}

#[test]
fn how_far_it_is_is_said() {
    for sentence in ["两份笋干", "dried bamboo shoots please", "竹林山货的白茶礼盒来一个"] {
        let notes = notes(&[sentence]);
        assert!(notes.iter().any(|note| matches!(note, Note::Far(_, 50_000..70_000))), "{sentence}: {notes:?}");
    }
    for sentence in ["一个白茶礼盒", "white tea gift box please", "附近有白茶礼盒吗", "有笋干吗"] {
        let notes = notes(&[sentence]);
        assert!(matches!(notes.as_slice(), [Note::OnlyFar(_, 50_000..70_000)]), "{sentence}: {notes:?}");
    }
    assert!(notes(&["一杯美式"]).is_empty());
}

#[test]
fn each_thing_comes_from_the_shop_named_with_it() {
    play(
        "
        > 来一杯云杉咖啡的美式，一杯竹林山货的美式
        yunshan/mei x1; zhulin/mei x1

        > 竹林山货的美式一杯，拿铁要云杉咖啡的
        zhulin/mei x1; yunshan/na x1

        > 青禾茶铺的布丁奶茶来一杯，露露茶坊的也来一杯布丁奶茶
        qing/bu x1; lulu/bu x1

        > 在云杉咖啡点一杯拿铁。再买一份红烧牛肉面
        yunshan/na x1; xiaonan/niu x1

        > 云杉咖啡。来一杯美式
        yunshan/mei x1

        > 云杉咖啡的拿铁，红烧牛肉面
        ask WhichItem (xiaonan/niu)
        ",
    );
}

#[test]
fn nothing_is_brought_to_another_town() {
    play(
        "
        > 一杯拿铁，送到北京市朝阳区建国路88号
        ask OtherTown
        > 好的，下单
        ask OtherTown
        > 送到家
        yunshan/na x1 -> 家

        > 一杯拿铁，送到浙江省杭州市余杭区文一西路100号
        yunshan/na x1 -> 浙江省杭州市余杭区文一西路100号
        > 改成上海浦东新区世纪大道100号
        ask OtherTown
        ",
    );
}
