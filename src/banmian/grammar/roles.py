"""What people do for a newspaper, and the words that say so (Simplified, as in folded print)."""

from __future__ import annotations

from banmian.model import BylineRole as B

#: offices: the word stands before the names, or right after them (范麗玉記者); it is printed as title
OFFICES: dict[str, B] = {
    "记者": B.REPORTER,
    "通信记者": B.REPORTER,
    "摄影记者": B.PHOTOGRAPHER,
    "特派员": B.REPORTER,
    "特派专员": B.REPORTER,
    "报道员": B.CORRESPONDENT,
    "通讯员": B.CORRESPONDENT,
    "通信员": B.CORRESPONDENT,
    "实习生": B.INTERN,
    "见习生": B.INTERN,
    "评论员": B.COMMENTATOR,
    "时评人": B.COMMENTATOR,
    "撰稿人": B.AUTHOR,
    "撰稿员": B.AUTHOR,
    "主笔": B.AUTHOR,
    "撰述委员": B.AUTHOR,
    "撰述": B.AUTHOR,
    "撰稿": B.AUTHOR,
    "作者": B.AUTHOR,
    "执笔": B.AUTHOR,
    "执笔记者": B.AUTHOR,
    "执笔人": B.AUTHOR,
    "采访人": B.REPORTER,
    "采访者": B.REPORTER,
    "编译": B.COMPILER,
    "综编": B.COMPILER,
    "译者": B.TRANSLATOR,
    "翻译": B.TRANSLATOR,
    "记录人": B.COMPILER,
    "整理人": B.COMPILER,
    "讲述人": B.NARRATOR,
    "讲述者": B.NARRATOR,
    "口述人": B.NARRATOR,
    "口述者": B.NARRATOR,
    "口述": B.NARRATOR,
    "讲述": B.NARRATOR,
    "摄影师": B.PHOTOGRAPHER,
    "摄影员": B.PHOTOGRAPHER,
    "编辑": B.EDITOR,
    "主编": B.EDITOR,
    "核稿": B.EDITOR,
}
#: what may stand before an office: 首席记者, 海南日报全媒体记者
RANKS = (
    "全媒体|全媒|专栏|融媒体|融媒|新媒体|多媒体|首席|高级|资深|主任|主力|特派|特约|特邀|见习|实习|摄影|文字|视频|图片|财经|体育|政治|"
    "军事|战地|驻外|专题|专职|兼职|调查|时政|要闻|科技|文化|文教|社会|国际|外事|法治|法制|教育|健康|执笔|参与|采写|采访|值班|"
    "前方|一线|联合|数据|工农兵|工人|农民|部队|学生|校园|小|旅行|随行|随军|本地|地方|民生|经济|突发|港澳|两岸|大陆|驻站|驻京|驻港|驻台|驻沪|驻美|驻日|驻华|驻湘|驻粤|驻鄂"
)

#: functions: a label before names (文/X, 摄影：X), and what the person did
LABELS: dict[str, tuple[B | None, ...]] = {
    "文": (B.AUTHOR,),
    "文字": (B.AUTHOR,),
    "撰文": (B.AUTHOR,),
    "本文撰稿": (B.AUTHOR,),
    "本文作者": (B.AUTHOR,),
    "采写": (B.REPORTER,),
    "诗": (B.AUTHOR,),
    "原著": (B.AUTHOR,),
    "原作": (B.AUTHOR,),
    "主讲": (B.NARRATOR,),
    "综合整理": (B.COMPILER,),
    "采访": (B.REPORTER,),
    "采访撰文": (B.REPORTER,),
    "采访整理": (B.COMPILER,),
    "采编": (B.REPORTER,),
    "参与采写": (B.REPORTER,),
    "参与采访": (B.REPORTER,),
    "参与报道": (B.REPORTER,),
    "报道": (B.REPORTER,),
    "报导": (B.REPORTER,),
    "摄影报道": (B.PHOTOGRAPHER,),
    "图": (B.PHOTOGRAPHER,),
    "图片": (B.PHOTOGRAPHER,),
    "摄": (B.PHOTOGRAPHER,),
    "翻摄": (B.PHOTOGRAPHER,),
    "摄影": (B.PHOTOGRAPHER,),
    "题图摄影": (B.PHOTOGRAPHER,),
    "题图": (B.PHOTOGRAPHER,),
    "压题照片": (B.PHOTOGRAPHER,),
    "压题图片": (B.PHOTOGRAPHER,),
    "压题图": (B.PHOTOGRAPHER,),
    "摄像": (B.PHOTOGRAPHER,),
    "航拍": (B.PHOTOGRAPHER,),
    "拍摄": (B.PHOTOGRAPHER,),
    "照片": (B.PHOTOGRAPHER,),
    "组图": (B.PHOTOGRAPHER,),
    "文图": (B.AUTHOR, B.PHOTOGRAPHER),
    "图文": (B.AUTHOR, B.PHOTOGRAPHER),
    "文图摄影": (B.AUTHOR, B.PHOTOGRAPHER),
    "文字摄影": (B.AUTHOR, B.PHOTOGRAPHER),
    "撰文摄影": (B.AUTHOR, B.PHOTOGRAPHER),
    "整理": (B.COMPILER,),
    "文字整理": (B.COMPILER,),
    "资料整理": (B.COMPILER,),
    "记录": (B.COMPILER,),
    "记录整理": (B.COMPILER,),
    "摘编": (B.COMPILER,),
    "编写": (B.COMPILER,),
    "译": (B.TRANSLATOR,),
    "编译": (B.COMPILER,),
    "制图": (B.ILLUSTRATOR,),
    "制表": (B.ILLUSTRATOR,),
    "绘图": (B.ILLUSTRATOR,),
    "绘": (B.ILLUSTRATOR,),
    "绘画": (B.ILLUSTRATOR,),
    "画": (B.ILLUSTRATOR,),
    "漫画": (B.ILLUSTRATOR,),
    "插图": (B.ILLUSTRATOR,),
    "插画": (B.ILLUSTRATOR,),
    "图表": (B.ILLUSTRATOR,),
    "图表制作": (B.ILLUSTRATOR,),
    "图表设计": (B.ILLUSTRATOR,),
}
#: work on the page, the pictures' sources, planning: read, and left out of the bylines
NO_BYLINES = (
    # of the page
    "责编|责任编辑|本版编辑|本版责编|一版责编|本版主编|版式|版式设计|版面设计|美编|美术编辑|美术|设计|校对|检校|审校|校审|责校|责任校对"
    "|一审|二审|三审|一读|二读|三读|初审|复审|审核|终审|审读|编审|组版|排版|监审|签发|图编|图片编辑|网络编辑|新媒体编辑|本期编辑|每经编辑|编务"
    "|值班主任|值班编辑|值班编委|值班总编|视觉|视觉设计|视觉总监|美术总监"
    # of the story's planning
    "|策划|总策划|统筹|总统筹|监制|总监制|出品|总出品|出品人|总编辑|总导演|执行策划|执行统筹|文案|脚本|创意|顾问|鸣谢|特别鸣谢|协调|协助"
    # of moving pictures and sound
    "|视频|剪辑|视频剪辑|视频编辑|视频制作|视频拍摄|视频后期|音频|音视频|海报|海报设计|海报制作|配音|配乐|音乐|音效|录音|录制|解说|旁白|字幕|手语|出镜|后期"
    "|后期制作|制作|制片|编导|导演|导播|灯光|调色|包装|特效|动画|动效|三维|建模|交互|运营|主持|主持人|嘉宾|主播|播音|朗诵|诵读|作曲|作词|演唱|书法|篆刻"
    "|模特|化妆|妆发|造型|服装|场地|道具|指导老师|指导教师|辅导老师|辅导教师"
    # whose it is
    "|供图|供稿|供片|提供|资料|来源|图源"
    # who was asked
    "|受访者|受访人|采访对象|被采访者|被采访人|访谈嘉宾"
)
#: functions after names: X摄, X 整理
SUFFIXES: dict[str, tuple[B, ...]] = {
    "摄影报道": (B.PHOTOGRAPHER,),
    "摄影并报道": (B.REPORTER, B.PHOTOGRAPHER),
    "报道摄影": (B.REPORTER, B.PHOTOGRAPHER),
    "摄影": (B.PHOTOGRAPHER,),
    "拍摄": (B.PHOTOGRAPHER,),
    "航拍": (B.PHOTOGRAPHER,),
    "摄": (B.PHOTOGRAPHER,),
    "传真": (B.PHOTOGRAPHER,),
    "整理": (B.COMPILER,),
    "采访整理": (B.COMPILER,),
    "文字整理": (B.COMPILER,),
    "综合整理": (B.COMPILER,),
    "采写拍摄": (B.REPORTER, B.PHOTOGRAPHER),
    "采写摄影": (B.REPORTER, B.PHOTOGRAPHER),
    "编译": (B.COMPILER,),
    "编译报道": (B.COMPILER,),
    "译": (B.TRANSLATOR,),
    "翻译": (B.TRANSLATOR,),
    "摘译": (B.TRANSLATOR,),
    "辑": (B.COMPILER,),
    "编": (B.COMPILER,),
    "摘编": (B.COMPILER,),
    "编写": (B.COMPILER,),
    "编制": (B.ILLUSTRATOR,),
    "摘": (B.COMPILER,),
    "记录": (B.COMPILER,),
    "采写": (B.REPORTER,),
    "参与采写": (B.REPORTER,),
    "参与采访": (B.REPORTER,),
    "参与报道": (B.REPORTER,),
    "参加采写": (B.REPORTER,),
    "参加采访": (B.REPORTER,),
    "采访": (B.REPORTER,),
    "撰文": (B.AUTHOR,),
    "文字": (B.AUTHOR,),
    "撰": (B.AUTHOR,),
    "文": (B.AUTHOR,),
    "图": (B.PHOTOGRAPHER,),
    "口述": (B.NARRATOR,),
    "讲述": (B.NARRATOR,),
    "讲": (B.NARRATOR,),
    "记": (B.COMPILER,),
    "制图": (B.ILLUSTRATOR,),
    "制表": (B.ILLUSTRATOR,),
    "绘图": (B.ILLUSTRATOR,),
    "绘": (B.ILLUSTRATOR,),
    "画": (B.ILLUSTRATOR,),
    "漫画": (B.ILLUSTRATOR,),
    "作": (B.ILLUSTRATOR,),
    "著": (B.AUTHOR,),
}
SUFFIXES.update(dict.fromkeys(("合写", "合著", "合撰", "投稿", "来稿"), (B.AUTHOR,)))
SUFFIXES.update(dict.fromkeys(("节译", "选译", "辑译", "译述"), (B.TRANSLATOR,)))
SUFFIXES.update(dict.fromkeys(("搜集整理", "收集整理"), (B.COMPILER,)))
SUFFIXES.update(dict.fromkeys(("插图", "插画", "编绘"), (B.ILLUSTRATOR,)))
#: pictures that are made and not taken: 王小明 木刻
PRINTS = ("木刻", "版画", "速写", "剪纸", "国画", "油画", "水彩")
SUFFIXES.update(dict.fromkeys(PRINTS, (B.ILLUSTRATOR,)))
#: only of two people, the one behind the other: X演讲 Y笔记
PAIRED: dict[str, tuple[B, ...]] = {
    **dict.fromkeys(("演说", "演讲", "讲演"), (B.NARRATOR,)),
    **dict.fromkeys(("笔记", "笔录", "速记"), (B.COMPILER,)),
}
#: arts that are no work for a newspaper: （王丽唱）, （李强刻）, （王丽词 李强曲）
ARTS = "唱|刻|书|词|曲|演唱|朗诵|篆刻|作词|作曲|治印|书法"
#: after names, and the names are no authors
SUFFIXES_WITHOUT_BYLINE = "供图|供稿|提供|授权使用|翻摄|惠供|惠赐"
#: all of these: a word of work is nobody's name
WORK = frozenset(
    word
    for words in (OFFICES, LABELS, SUFFIXES, NO_BYLINES.split("|"), SUFFIXES_WITHOUT_BYLINE.split("|"))
    for word in words
    if len(word) > 1
)
