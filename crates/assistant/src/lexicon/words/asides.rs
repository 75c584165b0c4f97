//! What a cart cannot express: who it is for, where to leave it. It is said back.

use super::Word;

/// Words of each class.
pub(super) const WORDS: &[(Word, &str)] = &[(
    Word::Aside,
    "给我妈|给我妈的|给我妈妈|给我爸|给我爸的|给我爸爸|给妈妈|给妈妈的|给爸爸|给爸爸的|给老婆|给老公|给我老婆|给我老公|给孩子|给孩子的|给我孩子|给小孩|给奶奶|给爷爷|给我奶奶|给我爷爷|给朋友|给朋友的|给同事|给同事的|给老人|给老人家|双份|双倍|加倍|\
        不要敲门|别敲门|不用敲门|请勿敲门|敲门|不要按门铃|别按门铃|不用按门铃|按门铃|放门口|放在门口|放到门口|挂门上|挂门把手上|放前台|放在前台|放快递柜|放柜子里|打电话|给我打电话|到了打电话|到了给我打电话|送到前打电话|提前打电话|不要打电话|别打电话|堂食|在店里吃|店里吃|到店吃|自取|自提|到店自取|我自己去拿|\
        for my mum|for my mom|for my mother|for my dad|for my father|for my wife|for my husband|for my kid|for my child|for my son|for my daughter|for my grandma|for my grandpa|for a friend|for my friend|for my colleague|for a colleague|leave it at the door|leave it at my door|leave it by the door|leave at the door|leave them at the door|leave it outside|leave it at reception|leave it at the reception|leave it with the guard|dont knock|do not knock|please dont knock|knock|dont ring|dont ring the bell|do not ring the bell|dont ring the doorbell|do not ring|ring the bell|ring the doorbell|call me when you arrive|call me when you are here|call me when you get here|call me on arrival|call when you arrive|call me|text me when you arrive|dont call|do not call|dine in|eat in|to eat in|self pickup|pick it up myself|ill pick it up|i will pick it up|collect it myself|double portion|a double portion|double portions",
)];
