import type { Words } from "../dictionary.ts";
import type { COMMENTS as ENGLISH } from "../en/comments.ts";

/** Chinese: what is said of a change. */
export const COMMENTS: Words<typeof ENGLISH> = {
  you: "您本人",
  comments: {
    none: "这份草案还没有批注。批注须在审核页面中提出。",
    count: "批注（{{ count }}条）",
    open: "{{ count }}条批注待处理",
    begin: "写批注",
    answer: "回复",
    send: "发送",
    unsent: "您有一条批注尚未发送，请先发送或取消。",
    toUnsent: "转到该批注",
    cancel: "取消",
    resolve: "标为已解决",
    resolvedBy: "{{ who }}于{{ at }}标为已解决",
    ofEarlier: "· 针对修改前的内容",
    erased: "因涉及的人员信息已删除，内容不再保留",
  },
};
