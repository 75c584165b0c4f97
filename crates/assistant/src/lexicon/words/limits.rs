//! Where to, when, and for how much at most.

use super::Word;

/// Words of each class.
pub(super) const WORDS: &[(Word, &str)] = &[
    (
        Word::Deliver,
        "送到|送去|送至|寄到|寄去|送往|配送到|配送至|派送到|地址是|地址为|地址改成|地址改为|地址换成|地址写|收货地址|收货地址是|送货到|送货地址|送来|拿到|送给|帮我送到|给我送到|请送到|快递到|deliver to|deliver it to|deliver them to|delivered to|delivery to|send it to|send to|send them to|sent to|bring it to|bring them to|ship to|ship it to|my address is|the address is|address is|deliver|delivered|delivering to|to be delivered to|delivery address|delivery address is|drop it off at|drop it at",
    ),
    (
        Word::AtMost,
        "只能花|最多只能花|只能用|花不超过|不能花超过|能花|不超过|别超|不超|不要超|不能超|可别超过|可别超|不要超过|别超过|不能超过|最多|最多花|至多|不高于|低于|少于|小于|不多于|控制在|预算|预算是|只有|就|我有|我只有|只带了|就剩|只剩|就剩下|只剩下|我就剩|我只剩|手里只有|手头只有|兜里只有|身上只有|兜里就|手里就|预算就|不得超过|不可以超过|under|below|less than|at most|no more than|not more than|not over|up to|max|maximum|maximum of|within|cheaper than|budget|budget of|my budget is|budget is|a budget of|i have|i only have|ive got|i have only|not exceeding|not to exceed|dont want to spend more than|i dont want to spend more than|dont want to spend over|i dont want to spend over|dont want to pay more than|i dont want to pay more than|not spend more than|wont spend more than|wont pay more than|cant spend more than|cant go over|cant go above|dont go over|dont go above|nothing over|nothing above|i can spend|can spend up to|keep it under|keep it below|keep it within|all ive got is|ive only got|i only got|ive just got",
    ),
    (Word::OrLess, "以内|之内|以下|内|封顶|之下|不到|or less|or under|or below|max|maximum|or cheaper|tops|top|budget"),
    (
        Word::AtLeast,
        "不低于|至少|最少|不少于|高于|大于|多于|起码|超过|over|above|more than|at least|no less than|not less than|minimum",
    ),
    (Word::OrMore, "以上|之上|起|往上|or more|or above|and up|or over|and above"),
    (Word::About, "左右|上下|大约|大概|差不多|约|来块|about|around|roughly|approximately|or so|ish"),
    (
        Word::InAll,
        "一共|总共|总价|总计|合计|加起来|全部加起来|含配送费|含运费|包括配送费|包含配送费|包配送|连配送费|连运费|算上配送费|算上运费|加配送费|加运费|含配送|包邮|配送费也在里头|运费也在里头|配送费在里头|运费在里头|配送费也在里面|配送费在内|运费在内|运费算在内|运费也在内|运费也算在内|运费包括在内|配送费包括在内|邮费在内|含邮费|连邮费|送费在内|配送费也算|配送费也算里头|配送费也算里面|配送费也算在内|配送费也算上|配送费算里头|配送费算里面|配送费算在内|连配送|连配送一共|算上配送|加上配送费|加上配送|带配送费|运费也算|运费也算里头|运费算在内|外送费也算|含外送费|in total|total|altogether|all in|delivery included|including delivery|included delivery|with delivery|including the delivery|delivery fee included|with the delivery fee|counting delivery|counting the delivery fee|delivery and all|including the delivery fee|including delivery fee|incl delivery|delivered price|all together|for everything|overall",
    ),
    (
        Word::NoLimit,
        "不限价|不限价了|不限价格|不限价格了|不限价钱|不限制价格|不限预算|不限预算了|价格不限|价钱不限|预算不限|没有预算限制|取消限价|取消价格限制|去掉价格限制|去掉限价|不用管价格|不管价格|不用限价|多少钱都行|多少钱都可以|不管多少钱|贵点没关系|贵一点没关系|贵点也行|贵一点也行|贵点也可以|贵一点也可以|超一点没关系|超点也行|超一点也行|超过也行|超了也行|no limit|no price limit|no limit on the price|no budget|no budget limit|any price|any price is fine|the price doesnt matter|price doesnt matter|never mind the price|never mind the limit|never mind the budget|forget the limit|forget the budget|forget about the limit|lift the limit|remove the limit|drop the limit|whatever it costs|money is no object|ok to go over|its ok to go over|without a limit",
    ),
    (
        Word::Only,
        "只要|只在|只从|只买|只点|只吃|只喝|只想要|只想吃|仅限|only|only the|only from|only want|only want the|i only want the|just the|just want the|i just want the|i only want|exclusively from|nothing but",
    ),
    (
        Word::AnyShop,
        "别家也行|别家也可以|别家的也行|别家的也可以|别的店也行|别的店也可以|哪家都行|哪家都可以|哪家店都行|哪家店都可以|不限店|不限店家|不限商家|不限哪家|any shop|any shop is fine|any shop will do|any store|any store is fine|other shops are fine|another shop is fine|from any shop|from anywhere",
    ),
    (
        Word::Soon,
        "尽快|尽快送|马上|立刻|立即|越快越好|快点|快一点|赶紧|赶快|现在送|asap|as soon as possible|right away|right now|immediately|quickly|fast",
    ),
];
