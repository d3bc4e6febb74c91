import { parsePolicy, preparePolicy } from "@evenhand/policy";
import { decide, decideByReference, loadVersion } from "@evenhand/engine";
import fc from "fast-check";
import fs from "node:fs";
import { requestsFor } from "../support/random-case.ts";
import { loadRules } from "../support/rules.ts";
const rules = loadRules();
const ctx = { guards: new Map(rules.guards.map(g=>[g.jurisdiction,g])), calendars: new Set(["cn"]) };
const docs = fs.globSync("/work/main/rules/*/v*.json").map(f=>fs.readFileSync(f,"utf8"));
let seed=Number(process.argv[2]??1); const rnd=()=>{seed=(seed*1664525+1013904223)>>>0; return seed/2**32;}; const pick=<T,>(a:readonly T[])=>a[Math.floor(rnd()*a.length)]!;
function nodes(v:any,out:any[]=[],path=""):any[]{ if(v&&typeof v==="object"){ for(const k of Object.keys(v)){ out.push([v,k,path+"/"+k]); nodes(v[k],out,path+"/"+k);} } return out;}
const kinds:Record<string,any[]>={ operator:["equal","notEqual","in","notIn","lessThan","lessThanInclusive","greaterThan","greaterThanInclusive","contains","doesNotContain"], unit:["calendar-days","working-days","hours","minutes"], stage:["intake","attribution","penalty","deadline","authority"], scope:["case","party"], portion:["equal","points","share","rest"], type:["money","integer","decimal","rate","boolean","date","instant","text","enum","set","party"], hitPolicy:["unique","first"], once:[true,false], required:[true,false,["person"]], kind:["days-between","hours-between","count","ratio","sum","maximum","greatest","first-known"]};
let usable=0, ran=0, refused=0, thrown=new Map<string,number>();
const N=Number(process.argv[3]??2000);
for(let i=0;i<N;i++){
  const doc=JSON.parse(pick(docs)); 
  const m=1+Math.floor(rnd()*3);
  for(let j=0;j<m;j++){
    const all=nodes(doc).filter(([,,p])=>!/label|title|notes|words|help|references|summary|examples/.test(p));
    const [p,k]=pick(all); const facts=[...Object.keys(doc.facts?.case??{}),...Object.keys(doc.facts?.party??{}),...Object.keys(doc.derived?.case??{}),...Object.keys(doc.derived?.party??{}),...Object.keys(doc.parameters??{}).map(x=>"parameter."+x),"partyKind","supportingEvidence","disposition","category","severity","assignedRole","chargedTotal","gradedParties","evaluatedOn","evaluatedAt"];
    const r=rnd();
    if(kinds[k]&&r<.8) p[k]=pick(kinds[k]);
    else if(k==="fact"||["from","to","of","over","numerator","denominator","owners","decider","appliesBy","lossFact"].includes(k)&&typeof p[k]==="string") p[k]=pick(facts);
    else if(k==="value"&&r<.6) p[k]=pick([{fact:pick(facts)},0,1,true,false,null,"upheld",["upheld"],5,0.5,-1,100000]);
    else if(typeof p[k]==="number") p[k]=pick([0,1,2,0.5,-1,10000,1e12,7]);
    else if(r<.2) delete p[k];
    else { const same=all.filter(([,l])=>l===k); const [q,l]=pick(same); p[k]=structuredClone(q[l]); }
  }
  const res=parsePolicy(JSON.stringify(doc),ctx);
  if(!res.policy) continue; usable++;
  let loaded; try { loaded=loadVersion(preparePolicy(res.policy),{calendar:rules.calendar,guards:rules.guards}); } catch(e:any){ const key="LOAD "+e.message.replace(/`?[\w#.-]+`?/,"…")+" "+(e.stack.split("\n")[1]??"").trim().slice(0,110); if(!thrown.has(key)) fs.writeFileSync("/tmp/bad-"+thrown.size+".json",JSON.stringify(doc,null,1)); thrown.set(key,(thrown.get(key)??0)+1); continue; }
  let reqs; try { reqs=fc.sample(requestsFor(res.policy),{numRuns:8,seed:i}); } catch(e:any) { continue; }
  for(const req of reqs){ ran++; try { const out=decide(loaded,req,{evaluatedAt:Date.parse("2026-07-10T10:00:00+08:00")}); if("refusal" in out) refused++; else JSON.stringify(out);
     }
    catch(e:any){ const key=e.message.replace(/rule [\w#-]+/,"rule …")+" "+(e.stack.split("\n")[1]??"").trim().slice(0,110); if(!thrown.has(key)) fs.writeFileSync("/tmp/bad-"+thrown.size+".json",JSON.stringify({doc,req},null,1)); thrown.set(key,(thrown.get(key)??0)+1);} }
}
console.log({usable,ran,refused}); for(const [k,v] of thrown) console.log(v,k);
