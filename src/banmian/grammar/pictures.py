"""Whose picture it is (图片来源), where no person is named: 受访者供图, 資料圖片, 新华社/法新."""

from __future__ import annotations

import re

from banmian.patterns import pattern

#: a picture's credit ends with one of these, brackets and all, or begins with a label
PICTURE_END = pattern(
    r"(?:摄影?|影像|供图|提供|传真|报道|图片|照片|资料|截图|图表?|网络|互联网|档案|新华社|法新社?|路透社?|美联社?|彭博社?|欧新社?|共同社|韩联社|视觉中国"
    r"|AFP|AP|Reuters|Images?|IC|ic|CFP|授权|授权使用|惠供|文|日)[）】 。]*\Z"
)
PICTURE_LAST = frozenset("摄影像图供真道片料络网案社新透联国PsecC权用文日")
LABELLED_PICTURE = pattern(r"图片?[ ]?[/：|丨·]|图 |摄影?[ ]?[/：|丨·]|摄影 |摄自|截自|取自|撷自|拍自|摘自")
AGENCY = (
    "新华社|中新社|中央社|法新社?|路透社?|美联社?|彭博社?|欧新社?|共同社|时事社|韩联社|塔斯社|德新社|视觉中国|东方[iI][cC]|"
    "达志影像|Getty ?Images?|AFP|AP|Reuters|CFP|CNSPHOTO"
)
GIVER = (
    "受访者|采访对象|主办单位|本人|读者|通讯员|品牌|剧组|院方|单位|"
    "受访单位|当事人|承办方|家属|网友|业者|品牌方|警方|官方|球会|"
    "受访企业|主办方|作者|家人|市民|店家|片方|校方|企业|机构"
)
#: agencies' names, houses of pictures (人民视觉, 影像中国, 光明图片) and what a picture is (资料照片)
SOURCE_NAME = (
    rf"[ ]?(?:图片?来源[：/]|来源[：/]|图[片源]?[：/])?(?:(?:{AGENCY})(?:发|供图|图片|照片)?"
    r"|\w{2,6}(?:视觉|影像|图库|图片社?|图片网|照片|资料图|供图)|影像中国|视觉中国|图虫创意|资料)[ ]?"
)
#: whose picture it is, when no person is named: 受访者供图, 資料圖片, 新华社/法新
SOURCE_OF_A_PICTURE = pattern(
    rf"""
    (?:图片?[：/|丨]?|相片?[：/]?|照片[：/]?|图片来源[：/]|来源[：/]|图[片源][：/]?|本版图片?)?[ ]?
    (?:除署名外)?(?:均)?(?:由|为)?
    (?: (?:{AGENCY})(?:[/、及 ][ ]?(?:{AGENCY}|发|图))?
          (?:[发图]|照片|图片|资料照片|资料图片|供图|提供|传真照片)?
      | \w{{0,16}}?(?:资料图片|资料照片?|资料图|档案照片?|档案图片|网上图片|网络图片|网路图片|网络截图
          |网图|设计图片|示意图|效果图|电视截图|视频截图|影片截图|萤幕截图|截图|互联网|本[报刊](?:图片|制图|摄影?))
      | [\w·、《》]{{2,20}}?供图 | (?:{GIVER})(?:提供|图片|授权使用|翻摄|摄)
)
    """,
    re.VERBOSE,
)
#: after who took or drew it, whose it is: 摄（人民视觉）, 作（新华社发）, 摄/光明图片
SOURCE_AFTER_PHOTOGRAPHER = pattern(
    rf"(?:(?<=摄)|(?<=摄影)|(?<=[ ][作绘])|(?<=[ ]编制)|(?<=[ ]制图))[ ]*(?:（(?P<bracketed>{SOURCE_NAME})）|/[ ]?(?P<source>{SOURCE_NAME})|[ ]+(?:本报)?资料(?:图片|照片))[ 。]*\Z"
)


def start_of_source(folded: str, start: int, end: int) -> int | None:
    """Where whose picture it is begins, printed behind who took it: X摄（人民视觉）, X摄/光明图片.

    In 撰文/X 摄影/视觉中国 摄影 is a label, and nobody took the picture.
    """
    near = max(start, end - SOURCE_REACH)
    if (folded.find("摄", near, end) < 0 and not folded.endswith("发）", near, end)) or (
        source := SOURCE_AFTER_PHOTOGRAPHER.search(folded, near, end)
    ) is None:
        return None
    at = source.start()
    is_a_label = (
        source["source"] and folded.endswith(" 摄影", start, at) and ANY_LABEL.search(folded, start, at)
    )
    return None if is_a_label else at


ANY_LABEL = pattern(r"[/：|丨]")


#: after who wrote, whose the pictures are: 记者X 图片由受访者提供, 文/X 图/视觉中国, 文 X 受访者 图
SOURCE_AFTER_A_CREDIT = pattern(
    rf"(?<=[^ ，；/|])(?:[ ，；|]+|(?<=摄)、|、(?=部分|其余|其他)|[ ]?（)(?:"
    r"(?:部分|其余|其他)?(?:图片?|照片|相片|摄影)[ ]?(?:[：/|丨][ ]?)?(?:均|皆|都)?(?:由|为)?[\w·]{2,20}?(?:提供|供图|翻摄|授权)"
    r"|图片?(?:均|皆)?(?:来自|源自|来源于?：?|选自|取自)\w{2,12}|除署名外"
    rf"|图片?[ ]?[：/|丨]{SOURCE_NAME}|(?:{GIVER})(?:提供|供图|[ ]图))）?\Z"
    rf"|(?<=[^ ：/|丨图片摄影照文源字])/{SOURCE_NAME}\Z"
)


def is_house_of_pictures(folded: str, start: int, end: int) -> bool:
    """视觉中国, 人民视觉, 路透社: whose pictures they are."""
    return HOUSE_OF_PICTURES.fullmatch(folded, start, end) is not None


HOUSE_OF_PICTURES = pattern(SOURCE_NAME)


def is_where_pictures_come_from(folded: str, start: int, end: int) -> bool:
    """图/网络, 图/IC photo, 图/资料图, 图/受访者: what stands behind the label of a picture and took none."""
    return any(
        source.fullmatch(folded, start, end)
        for source in (WHERE_PICTURES_COME_FROM, HOUSE_OF_PICTURES, SOURCE_OF_A_PICTURE)
    )


WHERE_PICTURES_COME_FROM = pattern(
    rf"""
    (?:(?:图片?|照片)?(?:来自|来源|源自|选自|转自|取自|翻摄自?|翻拍自?|截自|撷自|摘自|摄自)[：]?)\w{{2,16}}
  | (?:资料|档案|示意|配|插|附|合成|效果|设计)(?:图片?|照片?)? | (?:本报|本刊|本社|报社)?(?:资料室?|图库|档案|摄影部|制图|美术部)
  | (?:网络|网路|互联网|网上|网友|官网|官方|微博|微信|脸书|推特|抖音|小红书)(?:图片?|截图|资料|照片|账号)?
  | (?:AI|人工智能)(?:生成|制图|绘图|作图)? | {GIVER} | (?i:(?:IC|CNS)[ ]?photo|[a-z.]*(?:photo|images?|press|stock)|facebook|fb|ig|instagram|youtube|pixabay|unsplash|x)
    """,
    re.VERBOSE,
)
#: a source and what may stand around it has no more characters
SOURCE_REACH = 28
#: in brackets more is a source: （圖由屏東縣政府提供）, （翻攝自網路）
SOURCE_IN_BRACKETS = pattern(
    r"""
    (?:图片?|照片|相片)?[ ]?[：/]?[ ]?(?:均|皆)?由?
    (?: (?!\w{2,4}[ ]摄[ ])[\w·、《》 ]{2,24}?(?:供图|提供|图片|照片|授权|惠供|影像|翻摄)
      | (?:翻摄|翻拍|取|撷取|撷|截|摘|拍摄)自[\w·. ]{2,24}
      | 资料 | 档案 | 组图 | 附图片? | 网络 )
    """,
    re.VERBOSE,
)
