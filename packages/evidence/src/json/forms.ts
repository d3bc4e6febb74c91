import { isHash } from "../merkle/hash.ts";
import { type FieldForm, isObject } from "./shape.ts";

/** Forms that fields of several documents have. */
export const FORMAT_1: FieldForm = { holds: (value) => value === 1, en: "it must be `1`", zh: "应为`1`" };

export const TEXT: FieldForm = { holds: isText, en: "it must be a text", zh: "应为一段文字" };

export const OBJECT: FieldForm = { holds: isObject, en: "it must be an object", zh: "应为一个对象" };

export const LIST: FieldForm = { holds: Array.isArray, en: "it must be a list", zh: "应为一个列表" };

export const TEXTS: FieldForm = {
  holds: (value) => Array.isArray(value) && value.every(isText),
  en: "it must be a list of texts",
  zh: "应为文字列表",
};

export const HASHES: FieldForm = {
  holds: (value) => Array.isArray(value) && value.every(isHash),
  en: "it must be a list of hashes of 64 lower-case hexadecimal digits each",
  zh: "应为散列值列表，每个散列值为64位小写十六进制数字",
};

function isText(value: unknown): boolean {
  return typeof value === "string";
}
