/**
 * What the laws that guards rest on are called in Chinese, by the key under which a policy would name them otherwise
 * (`source-labour-contract-law`). Official titles where there is one; laws of other places with the place before them.
 */
export const LAW_NAMES: Readonly<Record<string, string>> = {
  "source-labour-contract-law": "劳动合同法",
  "source-interim-provisions-on-wage-payment-1994": "工资支付暂行规定",
  "source-labour-supervision-regulations-guangdong": "广东省劳动保障监察条例",
  "source-wage-payment-regulations-guangdong": "广东省工资支付条例",
  "source-enterprise-wage-payment-measures-shanghai": "上海市企业工资支付办法",
  "source-employment-ordinance-hong-kong": "香港雇佣条例",
  "source-labour-standards-act-taiwan": "台湾地区劳动基准法",
  "source-labour-standards-act-japan": "日本劳动基准法",
  "source-labour-standards-act-korea": "韩国劳动基准法",
  "source-employment-act-singapore": "新加坡雇佣法",
  "source-code-on-wages-2019-india": "印度2019年工资法典",
  "source-code-du-travail": "法国劳动法典",
};
