//! What can be wrong with a request's form, in both languages: a refusal carries the English, and `speak` puts the other in
//! its place for those who read Chinese.

use domain::language::Language;

macro_rules! wrong {
    ($($name:ident: $zh:literal, $en:literal;)*) => {
        /// What is wrong, and so how to mend it.
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum Wrong {
            $(#[doc = $en] $name,)*
        }

        const ALL: &[Wrong] = &[$(Wrong::$name,)*];

        impl Wrong {
            /// In `language`.
            pub fn text(self, language: Language) -> &'static str {
                match (self, language) {
                    $((Self::$name, Language::Zh) => $zh, (Self::$name, Language::En) => $en,)*
                }
            }
        }
    };
}

wrong! {
    BodyLate: "三秒内没有收完，请再发一次", "it did not arrive within three seconds; send it again";
    Body: "没有收完整，请再发一次", "it could not be read whole; send it again";
    Form: "表单不完整，请回到那一页刷新后再试", "the form is not whole; load its page anew and try again";
    Query: "网址里问号后面的部分不对，请从页面上的按钮进来", "what stands behind the question mark is not as it must be";
    Origin: "只收本站页面发来的表单", "forms are taken from our own pages only";
    Method: "这个网址不接受这种请求，见 /openapi.json", "this address does not take this method; see /openapi.json";
    Number: "要填一个整数，从 0 到 9223372036854775807", "a whole number from 0 to 9223372036854775807";
    OrderNumber: "要填订单号，比如 o1024", "an order's number, such as o1024";
    Hash: "要 64 位十六进制数字", "64 hexadecimal digits";
    Key: "要 1 到 200 个可见的 ASCII 字符", "1 to 200 visible ASCII characters";
    Card: "要 1 到 64 个小写字母、数字或下划线", "1 to 64 of a to z, 0 to 9 and _";
    Label: "您的地址里没有叫这个的", "none of the buyer's addresses has it";
    Time: "要带时区的 RFC 3339 时间", "RFC 3339 with an offset";
    Longitude: "要和纬度一起填，在 -180 到 180 之间", "together with the latitude, from -180 to 180";
    Latitude: "要和经度一起填，在 -90 到 90 之间", "together with the longitude, from -90 to 90";
    Language: "要填 zh 或 en", "`zh` or `en`";
    AddressGone: "这个地址已经不在了，请刷新再看", "there is no such address any more; load the page anew";
    Strictness: "要填 allergy 或 dislike", "`allergy` or `dislike`";
    Town: "那里还没有店，请从列表里选", "there are no shops there; choose one from the list";
}

impl Wrong {
    /// The one that says `english`, if it is one of ours.
    pub fn that_says(english: &str) -> Option<Self> {
        ALL.iter().copied().find(|wrong| wrong.text(Language::En) == english)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_is_found_by_what_it_says() {
        assert!(ALL.iter().all(|wrong| Wrong::that_says(wrong.text(Language::En)) == Some(*wrong)));
    }
}
