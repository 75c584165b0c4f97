//! What a clause that is nothing but a yes is put together of; how, tells `read/yes.rs`.
//!
//! A row is joined by `|`. Chinese without spaces, in simplified script; English in small letters without apostrophes.

/// The rows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Row {
    Leads,
    Agrees,
    Praises,
    Points,
    PointsAtOne,
    PointsTo,
    One,
    That,
    OneToo,
    OrdersOne,
    GoesAlong,
    Fits,
    OfQuote,
    OfAll,
    Is,
    Right,
    OnlyFirst,
    Before,
    Will,
    GoAhead,
    Orders,
    WillingOrders,
    Verbs,
    What,
    Behind,
    AskingEnds,
    Judges,
    Pays,
    Confirms,
    Places,
    Takes,
    Brings,
    WhatThis,
    WhatIt,
    Ends,
}

/// Every row with its phrases.
pub(crate) const ROWS: [(Row, &str); 35] = [
    (Row::Leads, LEADS),
    (Row::Agrees, AGREES),
    (Row::Praises, PRAISES),
    (Row::Points, POINTS),
    (Row::PointsAtOne, POINTS_AT_ONE),
    (Row::PointsTo, POINTS_TO),
    (Row::One, ONE),
    (Row::That, THAT),
    (Row::OneToo, ONE_TOO),
    (Row::OrdersOne, ORDERS_ONE),
    (Row::GoesAlong, GOES_ALONG),
    (Row::Fits, FITS),
    (Row::OfQuote, OF_QUOTE),
    (Row::OfAll, OF_ALL),
    (Row::Is, IS),
    (Row::Right, RIGHT),
    (Row::OnlyFirst, ONLY_FIRST),
    (Row::Before, BEFORE),
    (Row::Will, WILL),
    (Row::GoAhead, GO_AHEAD),
    (Row::Orders, ORDERS),
    (Row::WillingOrders, WILLING_ORDERS),
    (Row::Verbs, VERBS),
    (Row::What, WHAT),
    (Row::Behind, BEHIND),
    (Row::AskingEnds, ASKING_ENDS),
    (Row::Judges, JUDGES),
    (Row::Pays, PAYS),
    (Row::Confirms, CONFIRMS),
    (Row::Places, PLACES),
    (Row::Takes, TAKES),
    (Row::Brings, BRINGS),
    (Row::WhatThis, WHAT_THIS),
    (Row::WhatIt, WHAT_IT),
    (Row::Ends, ENDS),
];

/// What may be said before anything else.
const LEADS: &str = "哎|诶|欸|唉|哦|噢|喔|啊|呀|那|呃|嘿|oh|ah|so|well|and|huh|hm|hmm|uh|mm|mmm|um|er";

/// What agrees.
const AGREES: &str = "\
    嗯|嗯哼|恩|欧了|好|好的|好嘞|好咧|好勒|好哒|好滴|好呀|好啊|好吧|行|行嘞|行吧|行啊|成|得嘞|得喇|得啦|可以|\
    可以的|对|对的|对头|对喽|对咯|对啦|是的|是滴|啱|啱晒|啱啦|系啊|系吖|对着呢|对着嘞|对着哩|对得很|中|ok|okk|\
    okay|okie|yes|yess|yep|yeah|yup|yea|ya|aye|sure|sure thing|all right|alright|exactly|absolutely|definitely|\
    certainly|of course|spot on|thats it|thats all|thats everything|thats the lot|thats the one|that is the one|\
    all sorted|all set|mm hm|mmhm|mhm|uh huh|good to go|系呀|管|管嘞|得咧|中嘞|要的|mm yes|mmm yes|yessir|\
    right you are|righto|right|right ho|ok la|okay lah|ok lah";

/// What praises. It is a yes beside another, and none alone.
const PRAISES: &str = "\
    不错|很好|挺好|蛮好|太好了|棒|完美|perfect|lovely|gorgeous|sweet|brilliant|cool|excellent|awesome|wonderful|\
    splendid|beautiful|good|nice|super|great|happy|yum|yummy|im happy|nice one|shell love it|hell love it|\
    theyll love it|she will love it|he will love it|they will love it|shes going to love it|\
    hes going to love it|耶|好耶|太棒了|真棒|赞|beauty|grand|ace|magic|champion|smashing|brill|legend|lush|\
    ripper|fab|fabulous|terrific|marvellous|marvelous|wicked|very good|very nice|very well|quite right|\
    too right|sounds yummy|sounds delicious|sounds tasty|looks yummy|looks delicious|looks tasty|sweet as|yay|\
    woohoo|yippee|bingo|ideal|just the ticket|super duper";

/// What points at the quote, or takes it.
const POINTS: &str = "\
    就是平时吃的|就是平时吃的这种|就是平时喝的|就是平时喝的这种|就是平时用的|就是平时用的这种|就是平时买的|就这|\
    就这了|就这样|就这样了|就这些|就这些了|就恁个|就这么着|就这家|就这家了|就要这些|就这单|是这家|就那家|\
    就是这些个|就这些个|就这么做|就这样做|thats what i want|thats what i wanted|exactly what i want|\
    exactly what i wanted|just what i want|just what i wanted|that is what i want|that is what i wanted";

/// What points at one thing of it by itself.
const POINTS_AT_ONE: &str = "就它|就它了|就这个了|就是它|就是它了|是它|就要它|就吃它|就选它|点它|选它|要它";

/// What points at what one thing of it is called by: 就要这碗.
const POINTS_TO: &str = "就|就要|就吃|就喝|就用|就买|就选|就拿|是|就是|就要了|就整|整|就来|就点|就弄|来|买|要|就是要";

/// What names one thing of it.
const ONE: &str = "\
    这碗|这杯|这份|这束|这款|这盒|这盆|这把|这瓶|这张|这支|这本|这台|这双|这条|这件|这桶|这袋|这箱|这包|这罐|\
    这块|这只|这盘|这串|这笼|这片|这枚|这颗|这朵|这棵|这套|这副|这卷|这板|这根|这提|这锅|这壶|这听|这个";

/// What names one thing that was spoken of, and may be another: only behind what points or orders.
const THAT: &str = "\
    那碗|那杯|那份|那束|那款|那盒|那盆|那把|那瓶|那张|那支|那本|那台|那双|那条|那件|那桶|那袋|那箱|那个|\
    that one|this one|that bottle|that cup|that bowl|that box|that bunch|that ticket|that cake|that plate|\
    that pack";

/// What stands between that and an order.
const ONE_TOO: &str = "也|就|也给我|也帮我|就给我|就帮我|给我|帮我|还";

/// What places its order.
const ORDERS_ONE: &str = "买|下单|订|要了|下了|买下|确认|拿下|要|来|付款|付钱";

/// What goes along with a yes, and is none by itself.
const GOES_ALONG: &str = "\
    送来吧|给我送来|给我送来吧|给我送|给我送吧|送过来吧|送吧|买票|买票吧|买票了|订票|订票吧|人齐了|人到齐了|\
    都齐了|齐了|够吃了|够喝了|够用了|够了|正够|称上|称上吧|装上|装上吧|包起来|包起来吧|打包|打包吧|印吧|做吧|\
    切吧|照这个点送|照那个点送|到点送|到点送来|到点送到|按点送来|按时送来|准时送来|准点送来|到点送来就成|\
    到点送来就行|急|很急|挺急的|急用|我急|急着用|急着吃|着急|我着急|等着吃|等着用|等着喝|饿了|我饿了|饿死了|\
    快饿死了|饿得慌|馋了|馋死了|冲|走起|走着|看过了|看了|看好了|都看过了|我看过了|核对过了|核对好了|检查过了|\
    对过了|称好|刚好够|刚刚好够|正好够|刚刚好|刚好|正好|卡得刚刚好|卡得刚好|卡得正好|香|真香|香得很|可香了|谢谢|\
    谢谢啊|谢了|谢啦|辛苦了|辛苦|麻烦了|麻烦你了|麻烦您了|im starving|starving|im hungry|in a hurry|\
    im in a hurry|ta|cheers|thanks|thank you|many thanks|thanks a lot|ooh|hooray|right address|thats my lunch|\
    thats my dinner|thats my breakfast|thats my order|thats our order|thats our lunch|thats our dinner|\
    thats my place|thats my home|thats my address|thats where i live|thats the right address|对了|得|困死了|\
    困死我了|累死了|累死我了|热死了|热死我了|渴死了|渴死我了|冻死了|冻死我了|饿死我了|馋死我了|豁出去了|管他呢|\
    不管了|拼了|冲了|说干就干|买买|can|can lah|mm|mmm|im famished|famished|im parched|parched|that is my place|\
    that is my home|that is my address|that is where i live|that is the right address|address is okay|\
    address is fine|那我等着|我等着";

/// What judges what it costs, or what was changed, and asks before a particle that may ask. A yes beside another, and none alone.
const FITS: &str = "\
    没超|没超预算|没超支|不超预算|够付|钱够|付得起|that fits|\
    it fits|within budget|thats within budget|thats in budget|under budget|fits my budget|改得对|改对了";

/// What of a quote may be right.
const OF_QUOTE: &str = "\
    数目|数|数量|价格|价钱|价|总价|金额|时间|地址|门牌|东西|口味|味道|单子|订单|名字|药名|品名|型号|规格|尺寸|\
    颜色|内容|信息|说的|写的|算的|记的|您说的|你说的|the address is|the address looks|the address sounds|\
    the address seems|address is|address looks|address sounds|address seems|my address is|my address looks|\
    my address sounds|my address seems|the price is|the price looks|the price sounds|the price seems|price is|\
    price looks|price sounds|price seems|the total is|the total looks|the total sounds|the total seems|total is|\
    total looks|total sounds|total seems|the time is|the time looks|the time sounds|the time seems|time is|\
    time looks|time sounds|time seems|这个价|这价|这价格|这个价格|这个价钱|这价钱|这个时间|这样|这样就|这样子";

/// What means all of it.
const OF_ALL: &str = "\
    都|全|全都|样样|一切|这回|这次|这下|这下子|everything is|everything looks|everything sounds|everything seems|\
    it all is|it all looks|it all sounds|it all seems|all of it is|all of it looks|all of it sounds|all of it seems|\
    this is|this looks|this sounds|that is|that looks|that sounds|it is|it looks|it sounds|the order is|\
    the order looks|the order sounds|the order seems|my order is|my order looks|my order sounds|my order seems|\
    the quote is|the quote looks|the quote sounds|the quote seems|its|thats";

/// What stands between it and the verdict.
const IS: &str = "也|都|是|倒是|就是|我|all";

/// The verdict.
const RIGHT: &str = "\
    对|对了|对的|对啦|没错|不错|正确|没问题|没毛病|可以|合适|能接受|可以接受|接受得了|刚好|正好|刚刚好|准确|\
    无误|合理|公道|right|correct|fine|good|great|perfect|ok|okay|spot on|lovely|just right|reasonable|fair|\
    all right|in order|对上了|对得上|对上|合心意|很好|挺好|最好|行|好";

/// What may stand before it only where a clause begins.
const ONLY_FIRST: &str = "\
    就|就这|就恁|那就|这就|现在就|就按这个|就照这个|就这么|就这样|就在这家|就这样子|就这个样子|就按这样|\
    就照这样";

/// For whom or how it shall be ordered.
const BEFORE: &str = "\
    给|给我|给咱|给俺|给我们|帮我|帮咱|帮俺|帮我们|帮|帮忙|帮手|替我|麻烦|麻烦你|麻烦您|请|请你|请您|你帮我|\
    您帮我|直接|赶紧|赶快|快|快点|现在|尽快|尽早|放心|照这个|照这样|照单子|照单|按这个|按这样|按这些|按单子|\
    按单|在这家|给娃|给孩子|please|kindly|now|then|just|do|go on|go on then|go ahead|go ahead and|\
    please go ahead and|could you please|please do|you may|you can|you may now|you can now|给老人|给老人家|侬|\
    侬帮我|你给|你给我|您给|您给我|go on and|go and|go ahead and please|you could|feel free to|帮阿姨|给阿姨|\
    帮大姐|帮大爷|帮大妈|帮奶奶|帮爷爷|帮叔叔|帮大叔";

/// What leads from a verdict to an order.
const GO_AHEAD: &str = "go ahead and|go ahead|please go ahead and|so go ahead and|so please|please";

/// Who is willing.
const WILL: &str = "ill|i will|we will|id like to|i would like to|im ready to|lets|let us";

/// What places an order.
const ORDERS: &str = "\
    给他买|给她买|给老人买|get it ordered|get that ordered|send the order|send the order through|\
    send it through|confirm the order|confirm my order|confirm it|confirm that|麻烦下个单|麻烦下单|帮忙下个单|\
    帮下个单|下单|落单|落柯打|出票|成交|购买|订购|提交|提交订单|确认下单|照单子下|照单下|按单子下|按单下|\
    照这个下|按这个下|确认订单|确认付款|去下单|去提交|来下单|买|订|下了|下吧|下呗|下嘛|下噻|下上|下订单|开单|\
    点上|整上|办上|安上|买上|订上|安排|安排上|拿下|买下|订下|买下来|订下来|走单|order|buy|purchase|submit|\
    place the order|place order|下单付款|付款下单|下单买|确认购买|付款买下|下单买下|给下一单|给我下一单|\
    帮我下一单|给下个单|给我下个单|帮我下个单|买买买|整起|搞起|订起|点起|买起|安排起|下单好了";

/// Of these, what places none behind "I'll".
const WILLING_ORDERS: &str = "order|buy|purchase|confirm|place";

/// What orders only with what.
const VERBS: &str = "place|book|go with";

/// What is ordered.
const WHAT: &str = "\
    这单|the order|this order|that order|my order|our order|the lot|it all|all of it|all of them|them all|everything";

/// What stands behind an order.
const BEHIND: &str = "\
    and order|and order it|and pay|and pay for it|and place it|and place the order|and send it|下来|上|走起|\
    就行|就是|就是了|就好|得了|through|now|then|for me|for us|as is|as it is|as quoted|即可|and book it";

/// What agrees and is not followed by an order in its clause: 满意付款 is a condition.
const JUDGES: &str = "\
    looks good to me|sounds good to me|fine with me|good with me|没错|没毛病|没问题|没有问题|莫得问题|妥|妥了|\
    妥妥的|巴适|要得|满意|杠杠的|一点没错|是这样|是这样的|就是这样|就是这样的|正是|正是这个|正是这些|确认无误|\
    核对无误|准确无误|无误|同意|thats right|thats correct|thats perfect|thats great|thats fine|thats good|\
    thats me|thats us|that is right|that is correct|that is it|that is all|all correct|all good|all fine|\
    sounds good|sounds right|sounds great|sounds fine|sounds lovely|sounds perfect|looks good|looks right|\
    looks great|looks fine|looks perfect|looks correct|looks lovely|works for me|fine by me|good by me|\
    happy with that|happy with it|happy with this|im happy with that|im happy with it|no complaints|thatll do|\
    thatll do nicely|that will do|that works|no changes|youve got it|works|deal|sorted|confirmed|agreed|correct|\
    fine|没啥问题|没什么问题|没有啥问题|没得啥问题|没啥毛病|没什么毛病|没有什么问题|是我要的|就是我要的|\
    正是我要的";

/// What pays. Behind 给他 or 请您 somebody else does.
const PAYS: &str =
    "付款|付钱|结算|结账|结帐|买单|埋单|pay|pay now|去付款|去结账|提交付款|付账|付账吧|我付|我付钱|我来付";

/// What confirms. Behind 请您 it asks for that.
const CONFIRMS: &str = "确认|confirm";

/// What places an order and takes nothing behind it.
const PLACES: &str = "checkout|check out|go for it|do it|order away";

/// What takes what was spoken of.
const TAKES: &str = "\
    我要了|我要啦|我要咯|我都要了|我收了|我拿下了|put that in|put it in|put that through|put it through|\
    get that in|get it in|put this in|put this through";

/// What takes only what is pointed at: "get me everything" may be all that was shown.
const BRINGS: &str = "\
    get me|give me|bring me|ill have|ill take|i will have|i will take|order me|order us|get us|bring us|give us|\
    buy me|buy us";

/// What is ordered by pointing at it.
const WHAT_THIS: &str = "这个|这些|that|this|these|those";

/// What may be either the order or something that was just shown.
const WHAT_IT: &str = "它|it|them";

/// Particles that ask as well: 可以吧. They end what orders, 下单吧, and no verdict.
const ASKING_ENDS: &str = "吧|嘛|叭|罢";

/// Particles, thanks and forms of address, behind a yes.
const ENDS: &str = "\
    啊|呀|哈|哦|噢|喔|呗|噻|啦|嘞|咧|哒|滴|喽|咯|哟|哩|撒|耶|吖|喇|囉|您嘞|老板|师傅|小二|店家|老板娘|姑娘|\
    小伙子|大姐|大哥|亲|谢谢|谢谢你|谢谢您|谢了|谢啦|辛苦了|麻烦了|please|thanks|thank you|cheers|ta|\
    thank you so much|thank you very much|thanks a lot|thanks so much|姐妹|姐妹们|妹子|兄弟|帅哥|美女|宝子|\
    亲爱的|老铁|大叔|阿姨|大妹子|lah|la|mate|dear|love|pal|buddy|man|bro|guys|now|您内|您呐|谢谢侬|多谢|多谢侬|\
    salamat|terima kasih";
