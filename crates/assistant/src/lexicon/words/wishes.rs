//! What is to be done with goods.

use super::Word;

/// Words of each class.
pub(super) const WORDS: &[(Word, &str)] = &[
    (
        Word::Want,
        "来|要|想要|我要|我想要|想吃|想喝|吃|喝|买|想买|点|想点|订|订购|整|搞|弄|拿|下|下个|来个|要个|点个|点份|来点|来些|要点|买点|弄点|整点|给我来|给我整|给我搞|要吃|要喝|叫|叫个|送|送来|送我|带|捎|需要|我想|来上|搞点|就要|就来|就订|就买|就点|会要|选|就选|\
        want|i want|i want to buy|i want to order|i would like|id like|i d like|would like|get|get me|can i get|can i have|could i get|could i have|may i have|let me have|let me get|give me|order|to order|buy|to buy|need|i need|take|ill take|i ll take|ill have|i ll have|have|grab|bring|bring me|id love|i fancy|fancy|go for|ill go for|send me|like to have|like to order|like to buy|place an order|place an order for|make an order for|put in an order for|ordered|ordering|bought|wanna|gimme|lemme get|pick|choose|ill get|i will take|i will have|we want|wed like",
    ),
    (
        Word::Show,
        "有什么|有啥|有哪些|有哪种|有没有|有无|有不有|有吗|有木有|看看|看一下|看下|瞧瞧|找|找找|找一下|搜|搜一下|搜索|查一下|都有什么|都有啥|都有哪些|卖什么|卖啥|卖不卖|卖|哪里有|哪家有|哪儿有|哪有|想看|想看看|列一下|菜单|有卖|可有|有|几种|哪几种|\
        show|show me|show us|what do you have|what have you got|what kind of|what kind|what sort of|what|which|do you have|do you have any|do you sell|have you got|have you got any|got any|any|is there|is there any|are there|are there any|look for|looking for|im looking for|i am looking for|search|search for|find|find me|list|browse|menu|see|let me see|can i see|sell|what is there|whats there",
    ),
    (
        Word::Suggest,
        "推荐|推荐一下|推荐点|有什么推荐|有什么好吃的|有什么好喝的|来点推荐|recommend|recommendation|suggest|suggestion|what do you recommend|what is good|whats good",
    ),
    (
        Word::Not,
        "不要|别|别放|别加|不加|不放|不用|不用放|不用加|不想要|不吃|不能吃|不能放|不能有|不喝|无|没有|没|不带|不含|去|走|免|勿放|勿加|不|莫放|莫|不爱吃|少了|千万别|千万别放|千万别加|千万不要|千万不要放|千万不要加|千万不能|千万不能放|千万不能有|千万不放|千万不加|一定别放|一定不要|一定不要放|绝对不要|绝对不能|绝对不能放|务必不要|务必别放|切记不要|切记别放|记得别放|记得不要|记得不要放|记得不放|\
        no|not|not the|without|without any|dont|do not|dont want|do not want|i dont want|dont add|dont put|dont put any|hold the|leave out|leave off|leave out the|skip|skip the|minus|free of|none of|nothing with|other than|except|but no|but not|with no",
    ),
    (
        Word::More,
        "再来|再要|再点|再加|再买|再订|再给我来|还要|还来|还想要|另外|另外再|另加|另来|再|加点|加个|加份|再添|添|顺便|顺便来|外加|追加|and also|another|one more|plus|as well as|also|also add|as well|additional|extra one|more",
    ),
    (Word::Add, "加|加上一份|多加|放|加到|add|put|put in|throw in|add in|include|top with|topped with"),
    (
        Word::Change,
        "改成|改为|改|改一下|改下|换成|换回|换回来|换|换个|换一个|换做|换作|换到|变成|变为|调成|调整为|调整成|更改|更换|更换成|改要|改到|改做|make it|make that|make them|make those|make|change|change it|change it to|change to|change that to|change them to|change the|switch|switch to|switch it to|swap|swap it for|swap for|instead|rather|set it to|turn it into|update|replace it with|replace with|replace",
    ),
    (Word::Into, "成|为|to|into|for a"),
    (
        Word::Drop,
        "去掉|删掉|删除|删了|删去|拿掉|撤掉|移除|减掉|取消掉这个|划掉|remove|drop|delete|take off|take out|take away|get rid of|lose the|scrap",
    ),
    (Word::DropAfter, "不要了|不用了|不想要了|就不要了|去掉吧|取消吧|取消掉|删掉吧|也不要了|out"),
    (Word::Fewer, "少来|少要|少买|减去|减|少|fewer"),
    (
        Word::OtherShop,
        "换一家|换一家店|换家店|换个店|换个店家|换个商家|换店|换商家|换别家|换别的店|换其他店|换其它店|换另一家|换另外一家|换成别家|换成另一家|换一个店|换一家买|换一家点|别家|别家店|别的店|别的店家|别的商家|其他店|其它店|另一家|另一家店|另外一家|另外一家店|其他家|其它家|\
        another shop|another store|another restaurant|a different shop|a different store|a different restaurant|different shop|different store|different restaurant|other shop|the other shop|some other shop|another vendor|from somewhere else|from another place|from a different place|change shop|change the shop|switch shop|change to another shop|change to a different shop|switch to another shop|switch to a different shop",
    ),
];
