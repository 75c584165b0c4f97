//! What points at goods without naming them.

use super::Word;

/// Words of each class.
pub(super) const WORDS: &[(Word, &str)] = &[
    (
        Word::This,
        "em|她|它们|呢个|嗰个|这个|这个吧|那个|它|这|就要那个|这款|那款|这杯|这份|那份|那杯|这种|那种|这些|那些|刚才那个|刚下的|刚下的单|刚点的|刚买的|刚刚下的单|刚才的|前面|前面的|前面那|上面|上面的|上面那|之前那|刚才那|刚刚的|刚才|刚刚|刚|他|前面问的|前面问的那个|之前问的|之前问的那个|刚才问的|刚才问的那个|前面说的|前面说的那个|刚才说的|刚才说的那个|之前说的|之前说的那个|前面看的|前面看的那个|刚才看的|刚才看的那个|之前看的|之前看的那个|it|this|that|this one|that one|the one|them|those|these|just placed|just ordered|i made a moment ago|i made just now|ive just made|youve just made|just made|i placed a moment ago|i placed just now|ive just placed|youve just placed|i just placed|i just ordered",
    ),
    (
        Word::Other,
        "别的|另外一种|另外一款|另外一家|另外一样|另外一份|另外一杯|另外一碗|另外一瓶|另外一盒|另外一包|另一家|另一样|另一边|另外那样|另外那瓶|另外那盒|另外那碗|另外那包|另一个|另外一个|另外那个|另一种|另一款|另外那|另外那款|另外那场|另外一场|另一场|另外那家|另外那种|另外那份|另外那杯|另外的|另一份|另一杯|另一碗|另一瓶|另一盒|另一包|另一张|另一只|另一串|另一块|the other|the other one|other one",
    ),
    (
        Word::Previous,
        "前一个|前一款|前一样|上一个|上一款|上一样|先前那个|先前的那个|the previous one|previous one|the one before|the one before that|the one from before|the earlier one",
    ),
    (
        Word::Among,
        "其中|其中的|里面的|里头|one of them|one of those|one of these|one of which|of them|of those|of these|of which",
    ),
    (
        Word::Same,
        "一样的|同样的|一模一样的|一模一样|相同的|同样|same|the same|same one|the same one|same thing|the same thing|same again|the same again|same thing again|the same thing again",
    ),
    (
        Word::Last,
        "最下面的|最下面那个|最下面那种|最下面那款|最底下的|最底下那个|最底下那种|最底下那款|最末尾那个|末尾那个|最末那个|最末一个|最后头那个|最后面那个|最后面的|最后那种|最后那款|最后那家|排最后的|排在最后的|列在最后的|后面那个|后面的那个|后面这个|后边那个|后一个|后一款|后者|the latter|最后一个|最后那个|最后的|最后一款|the last|the last one|last one",
    ),
    (
        Word::Cheap,
        "便宜|最便宜|最便宜的|最低价|最低价的|最实惠|最划算|便宜的|便宜的那个|便宜那个|便宜点|便宜点的|便宜一点|便宜一点的|便宜些|便宜些的|更便宜|更便宜的|平啲|平啲嘅|平嘅|最平|最平嘅|平啲嗰间|平啲嗰间嘅|平啲那间|价格低的|价格低一点的|价低的|价钱低的|价格便宜的|价格更低的|最省钱|实惠的|价格最低|价格最低的|价钱最低|划算|cheapest|the cheapest|cheapest one|the cheapest one|cheaper|cheaper one|the cheaper|the cheaper one|lowest price|least expensive|the least expensive|less expensive|most affordable|cheap|cheap one|best price",
    ),
    (
        Word::Dear,
        "最贵|最贵的|贵的|价格高的|价高的|价钱高的|贵的那个|贵一点的|贵点的|最高价|most expensive|the most expensive|the most expensive one|more expensive|the more expensive one|dearest|the expensive one|priciest|the priciest|the priciest one|pricier|pricier one|the pricier|the pricier one|costlier|the costlier one|the dearer one|dearer|dearer one",
    ),
    (
        Word::Largest,
        "最大的|最大|最大号|最大号的|最大份|最大份的|最大杯|最大杯的|最大碗|最大的尺寸|最大尺寸|最大的规格|the largest|the biggest|largest|biggest|the largest size|the biggest size|largest size|biggest size|the largest one|the biggest one|largest one|biggest one",
    ),
    (
        Word::Smallest,
        "最小的|最小|最小号|最小号的|最小份|最小份的|最小杯|最小杯的|最小碗|最小的尺寸|最小尺寸|最小的规格|the smallest|smallest|the smallest size|smallest size|the smallest one|smallest one",
    ),
    (
        Word::Near,
        "最近|最近的|近的|离我最近|离我最近的|离我近|离我近的|附近|附近的|近一点|近一点的|近点|近点的|就近|离家近|离家近的|离得近|nearest|the nearest|closest|the closest|nearby|near me|close to me|near here|around here|nearer|closer|the closer one",
    ),
    (
        Word::Each,
        "各|各来|各要|每样|每种|每个|每一样|每一种|每一个|每份|每一份|每杯|每一杯|每碗|每一碗|每瓶|每盒|每袋|每包|每张|每只|每支|每根|每件|每块|每串|每束|一样|各自|each|of each|one of each|every|would each like|each want|each like|each have",
    ),
    (
        Word::Whichever,
        "都行|都成|随便|随便哪个|随便哪个都行|随便哪种|随便哪样|随便一个|随便选|随便选一个|任选|任选一个|任选一种|任选其一|任意|任意一个|任一|二选一|三选一|哪个都行|哪个都可以|哪个都成|哪种都行|哪种都可以|哪款都行|哪样都行|either|either one|either is fine|either one is fine|either will do|either would do|either work|whichever|whichever you have|any of them|any of them will do|doesnt matter which|it doesnt matter which|dont mind which|i dont mind which|no matter which",
    ),
    (
        Word::All,
        "都|一律|统统|通通|一概|统一|都要|全|全都|全部|全要|全部都|所有|都是|整单|整个单子|所有东西|所有的东西|both|whole order|the whole order|the entire order|entire order|all|all of them|both of them|everything|all of it|them all|them both|would both like|both want|would all like|all want|both have",
    ),
    (Word::Rest, "其他|其它|其余|其余的|剩下|剩下的|另外两|the rest|the other two|the others|other"),
];
