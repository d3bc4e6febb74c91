import type { Words } from "../dictionary.ts";
import type { OTHER_RULES as ENGLISH } from "../en/other-rules.ts";

/** Chinese: a decided case under other rules, and as an example of a draft. */
export const OTHER_RULES: Words<typeof ENGLISH> = {
  otherRules: {
    title: "换用其他规则",
    text: "按当时的在案记录和扣减安排，看另一版本或未完成的草案会如何处理本案。由本浏览器计算，不作任何记录。",
    choose: "用以核算本案的规则",
    choice: "请选择",
    version: "第{{ version }}版，自{{ day }}起施行",
    draft: "依第{{ version }}版起草的草案，{{ at }}修改",
    newDraft: "新起草的草案，{{ at }}修改",
    none: "本制度没有其他版本，也没有您可查看的未完成草案。",
    errors: "{{ name }}：存在错误，无法据以核算，请先更正。",
    undecided: "{{ name }}：无法核算本案。",
    same: "{{ name }}：结果与当时规则的建议相同。",
    differs: "{{ name }}：{{ what }}。",
    because: "原因：{{ causes }}。",
    between: "；",
    recorded: "当时的记录，依第{{ version }}版",
    allSteps: "显示全部步骤",
    onlyDiffering: "只显示不同的步骤",
    noSteps: "各步骤在另一侧同样成立。",
    example: {
      make: "将本案作为示例",
      text: "加在草案示例的末尾，其中人员均作遮蔽，并以草案当前的结果为预期。",
      made: "本案已成为草案的最后一个示例。",
      open: "前往查看",
      gone: "本案已不再留存，无法作为示例。",
      errors: "草案存在错误，请更正后再作为示例。",
      handedIn: "该草案已提交。示例只能加在尚在编写的草案中。",
    },
  },
};
