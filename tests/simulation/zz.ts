import { simulate } from './simulate.ts';
for (const s of process.argv.slice(2)) { const r = await simulate(Number(s)); console.log(s, r.steps, r.violation?.slice(0, 3000)); }
