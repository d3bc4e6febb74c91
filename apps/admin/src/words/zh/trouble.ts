import type { Words } from "../dictionary.ts";
import type { TROUBLE as ENGLISH } from "../en/trouble.ts";

/** Chinese: what goes wrong while somebody works, and two people in one draft. */
export const TROUBLE: Words<typeof ENGLISH> = {
  signInAgain: {
    title: "登录已过期",
    text: "请重新登录，之后可从原处继续，已输入的内容不会丢失。",
    other: "换一个账户登录",
  },
  saving: {
    one: {
      connection: "网络已断开。1处修改暂存在本窗口，恢复连接后自动保存。",
      service: "服务暂时无法保存。1处修改暂存在本窗口，服务恢复后自动保存。",
      session: "登录已过期。1处修改暂存在本窗口，重新登录后自动保存。",
    },
    several: {
      connection: "网络已断开。{{ count }}处修改暂存在本窗口，恢复连接后自动保存。",
      service: "服务暂时无法保存。{{ count }}处修改暂存在本窗口，服务恢复后自动保存。",
      session: "登录已过期。{{ count }}处修改暂存在本窗口，重新登录后自动保存。",
    },
    clashed: "尚未保存：请选择采用哪个值",
  },
  clash: {
    title: "{{ who }}与您修改了相同的字段",
    text: "双方的其他修改均已合并。以下字段请逐项选择采用哪个值。",
    somebody: "其他人",
    before: "修改前",
    mine: "我的修改",
    theirs: "{{ who }}的修改",
    gone: "已删除",
    allMine: "全部采用我的",
    allTheirs: "全部采用对方的",
    save: "按选择保存",
    left: "还有{{ count }}项未选择",
  },
  presence: {
    label: "同时打开这份草案的人",
    you: "您（另一窗口）",
    here: "{{ who }}也打开了这份草案",
    at: "{{ who }}正在查看：{{ place }}",
  },
  leaving: {
    title: "有修改尚未保存",
    text: "{{ count }}处修改暂时无法保存，现在离开本页面将会丢失。",
    leave: "放弃修改并离开",
    stay: "留在本页面",
  },
  place: {
    whole: "整份草案",
    item: "第{{ number }}项",
    order: "顺序",
    fields: {
      title: "名称",
      summary: "摘要",
      value: "数值",
      label: "名称",
      references: "依据条款",
      unit: "单位",
      when: "条件",
      rule: "规则内容",
      rows: "行",
      rules: "规则",
      tables: "决策表",
      parameters: "参数",
      facts: "事实",
      derived: "派生事实",
      conditions: "具名条件",
      examples: "示例",
      gates: "前提",
      notes: "附注",
      cap: "每月扣减上限",
      grades: "纪律处分等级",
      words: "用词",
      en: "英文",
      zh: "中文",
    },
  },
};
