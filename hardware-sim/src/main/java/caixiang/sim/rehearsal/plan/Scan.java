package caixiang.sim.rehearsal.plan;

/** How somebody presents themselves at the desk. All but the first four are noise. */
public enum Scan {
    STUDENT_NUMBER("报学号", "by student number"),
    ID_NUMBER("报身份证号", "by identity number"),
    FULL_WIDTH("全角数字加空格", "in full-width digits with blanks"),
    WALK_IN("不在名单上，现场补录", "not on the roster: a walk-in"),
    MISTYPED("先输错一位", "mistyped at first"),
    FOREIGN_CHARACTERS("先扫出乱码", "foreign characters at first"),
    TOO_LONG("先扫出超长内容", "far too many characters at first"),
    SCANNED_TWICE("同时扫了两次", "scanned twice at once"),
    TWO_DESKS("同时在两张桌登记", "at two desks at once"),
    ANSWER_DROPPED("答复途中丢失，同一请求重发", "the answer is dropped and the same request repeated"),
    DESK_KILLED("登记电脑中途死机，换一台再来", "the desk's computer dies; another one begins anew");

    private final String chinese;
    private final String english;

    Scan(String chinese, String english) {
        this.chinese = chinese;
        this.english = english;
    }

    public Wording wording() {
        return new Wording(chinese, english);
    }
}
