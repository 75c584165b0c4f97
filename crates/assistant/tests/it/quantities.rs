//! Numbers, sums, dimensions and times: what is found in a text, and what the reader makes of it.

use assistant::quantity::time::{Reference, times};
use assistant::quantity::{dimensions, numbers, ordinals, percentages, ranges, sums};
use assistant::read::When;
use assistant::{Dialogue, Reading, Scene};
use proptest::prelude::*;

use crate::talk::{ASSISTANT, NOW, play};

/// Compares what is found, as `text=value`, for each line of a table.
fn check(table: &[(&str, &str)], found: impl Fn(&str) -> Vec<String>) {
    let differ = |(text, expected): &&(&str, &str)| found(text).join(" ") != *expected;
    let wrong: Vec<String> =
        table.iter().filter(differ).map(|(text, _)| format!("{text}: found {}", found(text).join(" "))).collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn numbers_are_found_with_their_value() {
    let table = [
        ("来廿五个，不，卅个", "廿五=25 卅=30"),
        ("共叁仟贰佰零肆件", "叁仟贰佰零肆=3204"),
        ("大约12万5千人", "12万5千=125000"),
        ("买了八十六点七五", "八十六点七五=86.75"),
        ("吃掉三分之二，剩三分之一", "三分之二=0.666666666666667 三分之一=0.333333333333333"),
        ("两打鸡蛋", "两打=24"),
        ("打开两扇门", "两=2"),
        ("一切都好，一会儿见", ""),
        ("负七度到负十二点五度", "负七=-7 负十二点五=-12.5"),
        ("四舍五入", ""),
        ("１，２００件", "１，２００=1200"),
        ("六百来万", "六百来万=6000000"),
    ];
    check(&table, |text| {
        numbers(text).iter().map(|it| format!("{}={}", &text[it.bytes.clone()], it.value.decimal())).collect()
    });
    let nth = ordinals("第十二排第３座");
    assert_eq!(nth.iter().map(|it| it.value.decimal()).collect::<Vec<_>>(), ["12", "3"]);
}

#[test]
fn shares_are_found_in_hundredths() {
    let table = [
        ("全场八八折", "八八折=88"),
        ("涨了百分之零点五", "百分之零点五=0.5"),
        ("打七折，会员再减5%", "七折=70 5%=5"),
        ("六成半的人", "六成半=65"),
        ("下降两个百分点", "两个百分点=2"),
    ];
    check(&table, |text| {
        percentages(text).iter().map(|it| format!("{}={}", &text[it.bytes.clone()], it.value.decimal(false))).collect()
    });
}

#[test]
fn sums_have_a_currency_and_small_change() {
    let table = [
        ("一共二十八块五", "二十八块五=28.5 CNY"),
        ("三块六毛五分", "三块六毛五分=3.65 CNY"),
        ("人民币 1200元", "人民币 1200元=1200 CNY"),
        ("给他八毛钱", "八毛钱=0.8 CNY"),
        ("换100美金或者95欧元", "100美金=100 USD 95欧元=95 EUR"),
        ("¥19.9起", "¥19.9=19.9 CNY"),
        ("五角星形的饼干", ""),
    ];
    check(&table, |text| {
        let sum = |it: &assistant::quantity::Found<assistant::quantity::Sum>| {
            let value = it.value.value.map(|value| value.decimal(false)).unwrap_or_default();
            format!("{}={value} {}", &text[it.bytes.clone()], it.value.currency.code.unwrap_or_default())
        };
        sums(text).iter().map(sum).collect()
    });
    let range = sums("十七八块钱");
    assert_eq!(
        (range[0].value.value.map(|v| v.decimal(false)), range[0].value.spread.decimal(false)),
        (Some("17".into()), "1".into())
    );
}

#[test]
fn dimensions_have_a_unit() {
    let table = [
        ("半斤瓜子", "半斤=0.5 Jin"),
        ("四斤半排骨", "四斤半=4.5 Jin"),
        ("三两白酒", "三两=3 Liang"),
        ("750ml一瓶", "750ml=750 Milliliter"),
        ("两千克面粉", "两千克=2 Kilogram"),
        ("长1米2的桌子", "1米=1 Meter"),
        ("一百二十平米", "一百二十平米=120 Square meter"),
    ];
    check(&table, |text| {
        let one = |it: &assistant::quantity::Found<assistant::quantity::Dimension>| {
            format!("{}={} {}", &text[it.bytes.clone()], it.value.value.decimal(false), it.value.unit)
        };
        dimensions(text).iter().map(one).collect()
    });
}

#[test]
fn ranges_are_intervals() {
    let table = [
        ("不少于七件", "不少于七=[7,)"),
        ("八到十二个", "八到十二=[8,12)"),
        ("六百以上且八百以下的", "六百以上且八百以下=(600,800)"),
        ("三五个人", "三五=[3,5]"),
        ("来一两百个", "一两百=[100,200]"),
        ("四十好几，五十多岁", "五十多=(50,)"),
        ("电话0571-8888-6666", ""),
    ];
    check(&table, |text| {
        ranges(text).iter().map(|it| format!("{}={}", &text[it.bytes.clone()], it.value.interval())).collect()
    });
}

#[test]
fn times_have_all_their_readings() {
    let now = Reference::of(2026, 2, 6, 10 * 3600 + 30 * 60);
    let table = [
        ("大后天下午三点一刻", "2026-02-09T15:15=2026-02-09 15:15:00"),
        ("差一刻九点", "T08:45=08:45:00 T20:45=20:45:00"),
        ("晚上十二点", "T00=00:00:00"),
        ("中午十一点半", "T11:30=11:30:00"),
        ("三刻钟后", "2026-02-06=2026-02-06 11:15:00"),
        ("上周五", "2026-01-30=2026-01-30"),
        ("2月31日", "XXXX-02-31=-"),
        ("一个半小时", "PT1.5H=-"),
        ("乾隆十年", "1745=1745-01-01/1746-01-01"),
        (
            "3月2日到5日",
            "(XXXX-03-02,XXXX-03-05,P3D)=2025-03-02/2025-03-05 (XXXX-03-02,XXXX-03-05,P3D)=2026-03-02/2026-03-05",
        ),
        ("《昨天今天明天》", ""),
        ("现在到十一点", "(PRESENT_REF,2026-02-06T11,PT30M)=2026-02-06 10:30:00/2026-02-06 11:00:00"),
        ("下周六下午两点到四点半", "(2026-02-14T14,2026-02-14T16:30,PT2H30M)=2026-02-14 14:00:00/2026-02-14 16:30:00"),
        ("每个周日", "XXXX-WXX-7=-"),
        ("五月的第二个星期日", "XXXX-05-WXX-7-#2=2025-05-11 XXXX-05-WXX-7-#2=2026-05-10"),
    ];
    check(&table, |text| {
        let stamp = |at: Option<assistant::quantity::time::Stamp>| at.map_or("-".to_owned(), |at| at.to_string());
        let end = |at: Option<assistant::quantity::time::Stamp>| at.map_or(String::new(), |at| format!("/{at}"));
        let all = times(text, now).into_iter().flat_map(|it| it.value.readings);
        all.map(|it| format!("{}={}{}", it.timex, stamp(it.start), end(it.end))).collect()
    });
}

fn read(sentence: &str) -> Reading {
    let scene = Scene::at(NOW);
    ASSISTANT.understand(sentence, &Dialogue::default(), &scene)
}

/// When, as days from now and the time in China. It is a Friday, half past ten.
fn when(sentence: &str) -> Vec<String> {
    let written = |kind: &str, at: domain::time::Time| {
        let (day, minute) = (at.china_day() - NOW.china_day(), at.minute_of_day());
        format!("{kind} {day}d{:02}:{:02}", minute / 60, minute % 60)
    };
    let when = read(sentence).when.map(|when| match when {
        When::Soon => "soon".to_owned(),
        When::At(at) => written("at", at),
        When::By(at) => written("by", at),
        When::Day(day) => format!("on {}d", day - NOW.china_day()),
    });
    when.into_iter().collect()
}

#[test]
fn the_reader_places_times_on_the_clock_of_china() {
    let table = [
        ("一杯拿铁，明早八点送", "at 1d08:00"),
        ("一杯拿铁，后天中午送到", "at 2d12:00"),
        ("下周三下午三点半来一杯拿铁", "at 5d15:30"),
        ("周六上午十点送一杯拿铁", "at 1d10:00"),
        ("大后天早上九点送一杯豆浆", "at 3d09:00"),
        ("今晚七点一刻送两杯拿铁", "at 0d19:15"),
        ("差五分八点送一杯拿铁", "at 0d19:55"),
        ("半小时后送一杯拿铁", "at 0d11:00"),
        ("一刻钟后送一杯拿铁", "at 0d10:45"),
        ("再过四十分钟送一杯拿铁", "at 0d11:10"),
        ("一个半小时后送一杯拿铁", "at 0d12:00"),
        ("中午十一点半送一杯拿铁", "at 0d11:30"),
        ("晚上十二点前送一杯拿铁", "by 1d00:00"),
        ("八点零五分送一杯拿铁", "at 0d20:05"),
        ("2月9号下午两点送一杯拿铁", "at 3d14:00"),
        ("a latte before six", "by 0d18:00"),
        ("a latte in half an hour", "at 0d11:00"),
        ("a latte tomorrow at noon", "at 1d12:00"),
        ("a latte at half past seven", "at 0d19:30"),
        ("a latte at a quarter to eight", "at 0d19:45"),
        ("a latte at ten to eight", "at 0d19:50"),
        ("a latte at twenty past six", "at 0d18:20"),
        ("a latte on monday at 3 pm", "at 3d15:00"),
        ("a latte tomorrow morning at nine", "at 1d09:00"),
        ("六点到七点之间送一杯拿铁", "at 0d18:00"),
        ("20分钟左右送到，一杯拿铁", "at 0d10:50"),
        ("9号上午十一点送一杯拿铁", "at 3d11:00"),
        ("三号早上九点送一杯拿铁", "at 25d09:00"),
        ("明天中午吃什么", ""),
        ("一杯拿铁，后天送", "on 2d"),
        ("下周一给我送一杯拿铁", "on 3d"),
        ("一杯拿铁，周日送到公司", "on 2d"),
        ("a latte, deliver it on sunday", "on 2d"),
        ("a latte, send it tomorrow to the office", "on 1d"),
        ("今天送一杯拿铁", ""),
        ("明天我不在家，来一杯拿铁", ""),
    ];
    check(&table, when);
}

#[test]
fn the_reader_knows_vague_sums() {
    let limits = |sentence: &str| {
        let limits = read(sentence).limits;
        let fen = |sum: Option<domain::money::Money>| sum.map_or("-".to_owned(), |sum| sum.fen().to_string());
        vec![fen(limits.price_min), fen(limits.price_max)]
    };
    let table = [
        ("来杯十五六块钱的拿铁", "1500 1600"),
        ("三十左右的拿铁", "2400 3600"),
        ("三十来块的拿铁", "2400 3600"),
        ("三十上下的拿铁", "2400 3600"),
        ("二十块以内的拿铁", "- 2000"),
        ("二十以内的拿铁", "- 2000"),
        ("一百来块钱的花", "8000 12000"),
        ("十几块的拿铁", "1000 1900"),
        ("两三百块的花", "20000 30000"),
        ("卅块以下的拿铁", "- 3000"),
        ("不到三十的拿铁", "- 2999"),
        ("20-30块的拿铁", "2000 3000"),
        ("二十块到三十块的拿铁", "2000 3000"),
        ("百来块的花", "8000 12000"),
        ("a latte under thirty", "- 2999"),
    ];
    check(&table, limits);
}

#[test]
fn the_reader_counts_as_shoppers_do() {
    let amount = |sentence: &str| {
        let amount = read(sentence).wants.first().and_then(|want| want.amount);
        amount.map(|amount| amount.milli.to_string()).into_iter().collect()
    };
    let table = [
        ("来俩可颂", "2000"),
        ("来仨可颂", "3000"),
        ("来一打可颂", "12000"),
        ("半打可颂", "6000"),
        ("两三个可颂", "2000"),
        ("一两个可颂", "1000"),
        ("三四杯拿铁", "3000"),
        ("三两个可颂", "2000"),
        ("三到五个可颂", "3000"),
        ("要3-5个可颂", "3000"),
        ("十来个可颂", "10000"),
        ("二十多个可颂", "20000"),
        ("半斤草莓", "500"),
        ("两斤三两草莓", "2300"),
        ("一点五斤草莓", "1500"),
        ("two or three croissants", "2000"),
        ("一斤半草莓", "1500"),
        ("廿个可颂", "20000"),
        ("壹拾贰个可颂", "12000"),
        ("a couple of croissants", "2000"),
        ("half a dozen croissants", "6000"),
    ];
    check(&table, amount);
}

proptest! {
    #[test]
    fn any_text_has_quantities_inside_it(text in "([0-9零一二两三十百千万亿几多半点分秒年月日号天周个又第前后上下到-]|[.,:/^e+ ]|之|折|成|块|元|斤|.){0,40}") {
        let spans = numbers(&text).into_iter().map(|it| it.bytes).chain(sums(&text).into_iter().map(|it| it.bytes));
        let spans = spans.chain(ranges(&text).into_iter().map(|it| it.bytes));
        let spans = spans.chain(percentages(&text).into_iter().map(|it| it.bytes));
        let spans = spans.chain(dimensions(&text).into_iter().map(|it| it.bytes));
        let spans = spans.chain(times(&text, Reference::of(2024, 2, 29, 0)).into_iter().map(|it| it.bytes));
        for span in spans {
            prop_assert!(text.get(span).is_some_and(|found| !found.is_empty()));
        }
    }
}

#[test]
fn so_many_in_all_are_made_up() {
    play(
        "
        > 四个可颂
        yunshan/ke x4
        > 再添俩，凑成六个
        yunshan/ke x6

        > 拿铁两杯
        yunshan/na x2
        > 凑够五杯
        yunshan/na x5

        > 可颂六个
        yunshan/ke x6
        > 六个多了，四个就行
        yunshan/ke x4

        > 羊肉串一共要三十串，豆浆一碗
        yeye/yang x30; xiaonan/dou x1
        ",
    );
}

#[test]
fn more_people_are_no_more_goods() {
    play(
        "
        > 拿铁两杯
        yunshan/na x2
        > 又来了一个兄弟，变三杯哈
        yunshan/na x3 ?又来了一个兄弟
        ",
    );
}

#[test]
fn pieces_are_no_yuan_where_one_costs_more() {
    play(
        "
        > 芝士蛋糕，三块
        yunshan/qi x3

        > 可颂，九块
        yunshan/ke x1
        ",
    );
}
