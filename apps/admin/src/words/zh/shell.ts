import type { Words } from "../dictionary.ts";
import type { SHELL as ENGLISH } from "../en/shell.ts";

/** Chinese: shell. */
export const SHELL: Words<typeof ENGLISH> = {
  product: "Evenhand",
  language: { label: "语言", zh: "中文", en: "English" },
  rail: {
    label: "主导航",
    home: "首页",
    policies: "制度",
    skip: "跳到正文",
  },
  user: { menu: "当前账号：{{ name }}", signOut: "退出登录" },
  asOf: { label: "基准日", today: "今天" },
  notFound: {
    title: "没有这个页面",
    text: "该地址没有对应的内容，可能输入有误，或属于应用的其他版本。",
    home: "返回首页",
  },
  trouble: {
    noConnection: "无法连接到服务。",
    noConnectionHelp: "请检查网络后重试，已保存的内容不会丢失。",
    unexpected: "出现了问题。",
    retry: "重试",
    request: "请求编号：{{ id }}",
  },
  loading: "正在加载",
  signIn: {
    title: "登录",
    intro: "按规则处理，由人负责。",
    email: "电子邮箱",
    password: "密码",
    submit: "登录",
    busy: "正在登录",
    code: "身份验证器中的验证码",
    codeHint: "六位数字，也可输入备用码。",
    verify: "确认",
    back: "换一个账号登录",
    firstStart: "第一次使用？管理员的设置链接在服务数据目录下的 first-start.txt 中。",
  },
};
