//! What is to be done with goods.

use super::Word;

/// Words of each class.
pub(super) const WORDS: &[(Word, &str)] = &[
    (
        Word::Want,
        "来|购买|选购|要|想要|我要|我想要|想吃|想喝|吃|喝|买|想买|点|想点|订|订购|整|搞|弄|拿|下|下个|来个|要个|点个|点份|来点|来些|要点|买点|弄点|整点|给我来|给我整|给我搞|要吃|要喝|叫|叫个|送|送来|送过来|送我|带|捎|需要|我想|来上|搞点|就要|就来|就订|就买|就点|会要|选|就选|\
        want|i want|i want to buy|i want to order|i would like|id like|i d like|would like|get|get me|can i get|can i have|could i get|could i have|may i have|let me have|let me get|give me|order|to order|buy|to buy|need|i need|take|ill take|i ll take|ill have|i ll have|have|grab|bring|bring me|id love|i fancy|fancy|purchase|to purchase|send|send over|go for|ill go for|send me|like to have|like to order|like to buy|place an order|place an order for|make an order for|put in an order for|ordered|ordering|bought|wanna|gimme|lemme get|pick|choose|ill get|i will take|i will have|we want|wed like",
    ),
    (
        Word::Show,
        "有什么|有啥|有哪些|有哪种|有没有|有无|有不有|有吗|有木有|看看|看一下|看下|瞧瞧|找|找找|找一下|搜|搜一下|搜索|查一下|都有什么|都有啥|都有哪些|卖什么|卖啥|卖不卖|卖|哪里有|哪家有|哪儿有|哪有|想看|想看看|列一下|菜单|有卖|可有|有|几种|哪几种|\
        show|anything|something|show me|show us|what do you have|what have you got|what kind of|what kind|what sort of|what|which|do you have|do you have any|do you sell|have you got|have you got any|got any|any|is there|is there any|are there|are there any|look for|looking for|im looking for|i am looking for|search|search for|find|find me|list|browse|menu|see|let me see|can i see|sell|what is there|whats there",
    ),
    (
        Word::Suggest,
        "推荐|推荐一下|推荐点|有什么推荐|有什么好吃的|有什么好喝的|来点推荐|recommend|recommendation|suggest|suggestion|what do you recommend|what is good|whats good",
    ),
    (
        Word::Not,
        "甭给我放|甭给我加|甭给我搁|莫给我放|莫给我加|别给我加|别给我搁|别给我要|不要给我加|千万别给我放|千万别给我加|唔要|唔好加|唔好落|唔加|唔落|唔使加|唔使|不能沾|不沾|不能碰|不碰|沾不得|碰不得|碰都不能碰|沾都不能沾|吃不得|喝不得|用不得|除了|除外|伐要|勿要|不要带|不要含|别带|别要带|除去|除开|除却|除|不要|别|不要太|别太|不太|不用太|不能太|可别太|千万别太|不想要太|别放|别加|不加|不放|不要放|不要加|不想放|别给我放|不要给我放|不用|不用放|不用加|不想要|不吃|不能吃|不能放|不能有|不喝|无|没有|没|不带|不含|去|走|免|勿放|勿加|不|莫放|莫|不爱吃|少了|甭放|甭加|甭搁|甭|莫加|莫搁|莫要|莫得|别搁|不搁|不要搁|吃不惯|喝不惯|吃不来|喝不来|不喜欢|不太喜欢|讨厌|最讨厌|受不了|不看|不想看|不想吃|不想喝|不考虑|别给我看|不要给我看|别让我看|别让我看到|不要让我看到|不用给我看|别推荐|不要推荐|别给我推荐|不要给我推荐|不用推荐|不想看到|不要看|别拿成|别拿错成|别搞成|别弄成|别买成|别送成|可别拿成|不要拿成|不要买成|别错拿成|千万别|千万别放|千万别加|千万不要|千万不要放|千万不要加|千万不能|千万不能放|千万不能有|千万不放|千万不加|一定别放|一定不要|一定不要放|绝对不要|绝对不能|绝对不能放|务必不要|务必别放|切记不要|切记别放|记得别放|记得不要|记得不要放|记得不放|\
        no|nothing|not|not the|without|without any|dont|do not|dont want|do not want|i dont want|dont add|dont put|dont put any|hold the|leave out|leave off|leave out the|skip|skip the|minus|free of|none of|arent|isnt|that arent|which arent|that isnt|which isnt|nothing with|instead of|rather than|neither|neither with|nor|nor with|other than|except|except for|apart from|aside from|everything but|anything but|but no|but not|with no|dont show|dont show me|do not show|do not show me|dont want to see|do not want to see|dont list|dont recommend",
    ),
    (
        Word::More,
        "再来|多来|再多|再多来|再多要|再多加|再多拿|再多点|多给|多上|多要|多拿|多订|多买|再要|再点|再加|再买|再订|再给我来|还要|还来|还想要|另外|另外再|另加|另来|再|加点|加个|加份|再添|添|顺便|顺便来|外加|追加|and also|another|one more|plus|as well as|also|also add|as well|additional|extra one|more|increase|raise|bump|bump up|仲要|仲有",
    ),
    (
        Word::Add,
        "加|卧|卧个|多卧|多卧个|多煎|多煎个|加煎|加卧|多搁|搁点|搁|多撒|撒点|窝个|磕个|加上一份|多加|放|加到|加回来|加回去|放回来|放回去|add|add back|put back|put|put in|throw in|throw some|throw in some|chuck in|chuck some|chuck in some|toss in|toss some|pop some|stick some|add in|include|top with|topped with",
    ),
    (
        Word::Change,
        "改成|改为|改|改一下|改下|换成|换回|换回来|改回|改回成|换|换个|换一个|换做|换作|换上|换到|变成|变为|变|变到|凑成|凑够|凑齐|凑满|凑到|凑足|调成|调整为|调整成|更改|更换|更换成|不要那么多|不用那么多|要不了那么多|吃不了那么多|吃不完那么多|用不了那么多|没那么多人|改要|改到|改做|make it|make that|better make it|better make that|lets make it|lets make that|make them|make those|make|change|change it|change it to|change to|change that to|change them to|change the|switch|substitute|trade|exchange|switch to|switch it to|back to|go back to|swap|swap it for|swap for|instead|rather|set it to|turn it into|update|replace it with|replace with|replace",
    ),
    (Word::Into, "成|为|to|into|for a|down to"),
    (
        Word::Drop,
        "去掉|删掉|删除|删了|删去|拿掉|撤掉|移除|减掉|取消掉这个|划掉|remove|drop|delete|take off|take out|take away|get rid of|lose the|forget the|forget about the|scratch the|ditch the|cancel the|nix the|scrap",
    ),
    (Word::DropAfter, "不要了|不用了|不想要了|就不要了|去掉吧|取消吧|取消掉|删掉吧|也不要了|out"),
    (
        Word::Else,
        "没有的话|没有的话换|没有的话换成|没有的话来|没有的话要|没有的话换个|没有就|没有就换|没有就换成|没有就来|没有就要|没有就换个|没有的话就|没有的话就换|没有的话就换成|没有的话就来|没有的话就要|没有的话就换个|没的话|没的话换|没的话换成|没的话来|没的话要|没的话换个|没的话就|没的话就换|没的话就换成|没的话就来|没的话就要|没的话就换个|没货的话|没货的话换|没货的话换成|没货的话来|没货的话要|没货的话换个|没货就|没货就换|没货就换成|没货就来|没货就要|没货就换个|没货的话就|没货的话就换|没货的话就换成|没货的话就来|没货的话就要|没货的话就换个|没了的话|没了的话换|没了的话换成|没了的话来|没了的话要|没了的话换个|没了就|没了就换|没了就换成|没了就来|没了就要|没了就换个|没了的话就|没了的话就换|没了的话就换成|没了的话就来|没了的话就要|没了的话就换个|卖完了的话|卖完了的话换|卖完了的话换成|卖完了的话来|卖完了的话要|卖完了的话换个|卖完了就|卖完了就换|卖完了就换成|卖完了就来|卖完了就要|卖完了就换个|卖完了的话就|卖完了的话就换|卖完了的话就换成|卖完了的话就来|卖完了的话就要|卖完了的话就换个|卖完的话|卖完的话换|卖完的话换成|卖完的话来|卖完的话要|卖完的话换个|卖完就|卖完就换|卖完就换成|卖完就来|卖完就要|卖完就换个|卖完的话就|卖完的话就换|卖完的话就换成|卖完的话就来|卖完的话就要|卖完的话就换个|卖光了的话|卖光了的话换|卖光了的话换成|卖光了的话来|卖光了的话要|卖光了的话换个|卖光了就|卖光了就换|卖光了就换成|卖光了就来|卖光了就要|卖光了就换个|卖光了的话就|卖光了的话就换|卖光了的话就换成|卖光了的话就来|卖光了的话就要|卖光了的话就换个|售罄的话|售罄的话换|售罄的话换成|售罄的话来|售罄的话要|售罄的话换个|售罄就|售罄就换|售罄就换成|售罄就来|售罄就要|售罄就换个|售罄的话就|售罄的话就换|售罄的话就换成|售罄的话就来|售罄的话就要|售罄的话就换个|售罄了的话|售罄了的话换|售罄了的话换成|售罄了的话来|售罄了的话要|售罄了的话换个|售罄了就|售罄了就换|售罄了就换成|售罄了就来|售罄了就要|售罄了就换个|售罄了的话就|售罄了的话就换|售罄了的话就换成|售罄了的话就来|售罄了的话就要|售罄了的话就换个|买不到的话|买不到的话换|买不到的话换成|买不到的话来|买不到的话要|买不到的话换个|买不到就|买不到就换|买不到就换成|买不到就来|买不到就要|买不到就换个|买不到的话就|买不到的话就换|买不到的话就换成|买不到的话就来|买不到的话就要|买不到的话就换个|点不到的话|点不到的话换|点不到的话换成|点不到的话来|点不到的话要|点不到的话换个|点不到就|点不到就换|点不到就换成|点不到就来|点不到就要|点不到就换个|点不到的话就|点不到的话就换|点不到的话就换成|点不到的话就来|点不到的话就要|点不到的话就换个|不行的话|不行的话换|不行的话换成|不行的话来|不行的话要|不行的话换个|不行就|不行就换|不行就换成|不行就来|不行就要|不行就换个|不行的话就|不行的话就换|不行的话就换成|不行的话就来|不行的话就要|不行的话就换个|无货的话|无货的话换|无货的话换成|无货的话来|无货的话要|无货的话换个|无货就|无货就换|无货就换成|无货就来|无货就要|无货就换个|无货的话就|无货的话就换|无货的话就换成|无货的话就来|无货的话就要|无货的话就换个|缺货的话|缺货的话换|缺货的话换成|缺货的话来|缺货的话要|缺货的话换个|缺货就|缺货就换|缺货就换成|缺货就来|缺货就要|缺货就换个|缺货的话就|缺货的话就换|缺货的话就换成|缺货的话就来|缺货的话就要|缺货的话就换个|断货的话|断货的话换|断货的话换成|断货的话来|断货的话要|断货的话换个|断货就|断货就换|断货就换成|断货就来|断货就要|断货就换个|断货的话就|断货的话就换|断货的话就换成|断货的话就来|断货的话就要|断货的话就换个|不卖的话|不卖的话换|不卖的话换成|不卖的话来|不卖的话要|不卖的话换个|不卖就|不卖就换|不卖就换成|不卖就来|不卖就要|不卖就换个|不卖的话就|不卖的话就换|不卖的话就换成|不卖的话就来|不卖的话就要|不卖的话就换个|没开门的话|没开门的话换|没开门的话换成|没开门的话来|没开门的话要|没开门的话换个|没开门就|没开门就换|没开门就换成|没开门就来|没开门就要|没开门就换个|没开门的话就|没开门的话就换|没开门的话就换成|没开门的话就来|没开门的话就要|没开门的话就换个|关门的话|关门的话换|关门的话换成|关门的话来|关门的话要|关门的话换个|关门就|关门就换|关门就换成|关门就来|关门就要|关门就换个|关门的话就|关门的话就换|关门的话就换成|关门的话就来|关门的话就要|关门的话就换个|关门了的话|关门了的话换|关门了的话换成|关门了的话来|关门了的话要|关门了的话换个|关门了就|关门了就换|关门了就换成|关门了就来|关门了就要|关门了就换个|关门了的话就|关门了的话就换|关门了的话就换成|关门了的话就来|关门了的话就要|关门了的话就换个|要是没有的话|要是没有的话换|要是没有的话换成|要是没有的话来|要是没有的话要|要是没有的话换个|要是没有就|要是没有就换|要是没有就换成|要是没有就来|要是没有就要|要是没有就换个|要是没有的话就|要是没有的话就换|要是没有的话就换成|要是没有的话就来|要是没有的话就要|要是没有的话就换个|如果没有的话|如果没有的话换|如果没有的话换成|如果没有的话来|如果没有的话要|如果没有的话换个|如果没有就|如果没有就换|如果没有就换成|如果没有就来|如果没有就要|如果没有就换个|如果没有的话就|如果没有的话就换|如果没有的话就换成|如果没有的话就来|如果没有的话就要|如果没有的话就换个|要是没了的话|要是没了的话换|要是没了的话换成|要是没了的话来|要是没了的话要|要是没了的话换个|要是没了就|要是没了就换|要是没了就换成|要是没了就来|要是没了就要|要是没了就换个|要是没了的话就|要是没了的话就换|要是没了的话就换成|要是没了的话就来|要是没了的话就要|要是没了的话就换个|如果没了的话|如果没了的话换|如果没了的话换成|如果没了的话来|如果没了的话要|如果没了的话换个|如果没了就|如果没了就换|如果没了就换成|如果没了就来|如果没了就要|如果没了就换个|如果没了的话就|如果没了的话就换|如果没了的话就换成|如果没了的话就来|如果没了的话就要|如果没了的话就换个|要是卖完了的话|要是卖完了的话换|要是卖完了的话换成|要是卖完了的话来|要是卖完了的话要|要是卖完了的话换个|要是卖完了就|要是卖完了就换|要是卖完了就换成|要是卖完了就来|要是卖完了就要|要是卖完了就换个|要是卖完了的话就|要是卖完了的话就换|要是卖完了的话就换成|要是卖完了的话就来|要是卖完了的话就要|要是卖完了的话就换个|如果卖完了的话|如果卖完了的话换|如果卖完了的话换成|如果卖完了的话来|如果卖完了的话要|如果卖完了的话换个|如果卖完了就|如果卖完了就换|如果卖完了就换成|如果卖完了就来|如果卖完了就要|如果卖完了就换个|如果卖完了的话就|如果卖完了的话就换|如果卖完了的话就换成|如果卖完了的话就来|如果卖完了的话就要|如果卖完了的话就换个|万一没有的话|万一没有的话换|万一没有的话换成|万一没有的话来|万一没有的话要|万一没有的话换个|万一没有就|万一没有就换|万一没有就换成|万一没有就来|万一没有就要|万一没有就换个|万一没有的话就|万一没有的话就换|万一没有的话就换成|万一没有的话就来|万一没有的话就要|万一没有的话就换个|万一卖完了的话|万一卖完了的话换|万一卖完了的话换成|万一卖完了的话来|万一卖完了的话要|万一卖完了的话换个|万一卖完了就|万一卖完了就换|万一卖完了就换成|万一卖完了就来|万一卖完了就要|万一卖完了就换个|万一卖完了的话就|万一卖完了的话就换|万一卖完了的话就换成|万一卖完了的话就来|万一卖完了的话就要|万一卖完了的话就换个|要是不行的话|要是不行的话换|要是不行的话换成|要是不行的话来|要是不行的话要|要是不行的话换个|要是不行就|要是不行就换|要是不行就换成|要是不行就来|要是不行就要|要是不行就换个|要是不行的话就|要是不行的话就换|要是不行的话就换成|要是不行的话就来|要是不行的话就要|要是不行的话就换个|如果不行的话|如果不行的话换|如果不行的话换成|如果不行的话来|如果不行的话要|如果不行的话换个|如果不行就|如果不行就换|如果不行就换成|如果不行就来|如果不行就要|如果不行就换个|如果不行的话就|如果不行的话就换|如果不行的话就换成|如果不行的话就来|如果不行的话就要|如果不行的话就换个|如果没货的话|如果没货的话换|如果没货的话换成|如果没货的话来|如果没货的话要|如果没货的话换个|如果没货就|如果没货就换|如果没货就换成|如果没货就来|如果没货就要|如果没货就换个|如果没货的话就|如果没货的话就换|如果没货的话就换成|如果没货的话就来|如果没货的话就要|如果没货的话就换个|要是没货的话|要是没货的话换|要是没货的话换成|要是没货的话来|要是没货的话要|要是没货的话换个|要是没货就|要是没货就换|要是没货就换成|要是没货就来|要是没货就要|要是没货就换个|要是没货的话就|要是没货的话就换|要是没货的话就换成|要是没货的话就来|要是没货的话就要|要是没货的话就换个|如果买不到的话|如果买不到的话换|如果买不到的话换成|如果买不到的话来|如果买不到的话要|如果买不到的话换个|如果买不到就|如果买不到就换|如果买不到就换成|如果买不到就来|如果买不到就要|如果买不到就换个|如果买不到的话就|如果买不到的话就换|如果买不到的话就换成|如果买不到的话就来|如果买不到的话就要|如果买不到的话就换个|没有换成|没有则|否则|不然就|要不然就|要不就|实在没有就|实在不行就|实在没有|实在不行|再不行就|再没有就|要是没有|如果没有|如果卖完了|要是卖完了|万一没有|如果没货|\
        if not|if there is none|if theres none|if there isnt any|if they dont have it|if they dont have that|if they dont have any|if you dont have it|if you dont have that|if not available|if unavailable|if its unavailable|if its not available|if it is not available|if its sold out|if it is sold out|if sold out|if thats sold out|or else|otherwise|failing that|if none|if theyre out|if they are out|if you cant get it|if thats not available",
    ),
    (Word::Fewer, "少来|少要|少买|减去|减少|减|少|fewer|reduce|reduced|decrease|lower|cut|bring down"),
    (
        Word::Double,
        "翻倍|翻个倍|翻一倍|翻一番|数量翻倍|数量加倍|\
        double that|double it|double them|double those|double the|double my|double everything|double up|double the quantity|double the amount|double the order|twice that|twice as many|twice as much",
    ),
    (
        Word::OtherShop,
        "换一家|换一家店|换家店|换个店|换个店家|换个商家|换店|换商家|换别家|换别的店|换其他店|换其它店|换另一家|换另外一家|换成别家|换成另一家|换一个店|换一家买|换一家点|别家|别家店|别的店|别的店家|别的商家|其他店|其它店|另一家|另一家店|另外一家|另外一家店|其他家|其它家|\
        another shop|another store|another restaurant|a different shop|a different store|a different restaurant|different shop|different store|different restaurant|other shop|the other shop|some other shop|another vendor|from somewhere else|from another place|from a different place|change shop|change the shop|switch shop|change to another shop|change to a different shop|switch to another shop|switch to a different shop",
    ),
];
