/** English: what is said of a change. */
export const COMMENTS = {
  you: "you",
  comments: {
    none: "Nothing was said of this draft. Comments are begun in the review.",
    count: "Comments: {{ count }}",
    open: "open comments: {{ count }}",
    begin: "Comment",
    answer: "Reply",
    send: "Send",
    unsent: "You typed a comment and did not send it. Send or cancel it first.",
    toUnsent: "Go to the comment",
    cancel: "Cancel",
    resolve: "Mark as settled",
    resolvedBy: "settled by {{ who }}, {{ at }}",
    ofEarlier: "· said of an earlier content",
    erased: "erased with the data of somebody it named",
  },
} as const;
