/**
 * The preset dictionary checks are deflated with. Cookies and saved checks cannot be read without
 * it: it never changes, whatever becomes of the questions. Strings that are not in it cost some bytes and nothing else.
 * A better one would stand beside it, told apart by a first byte of 0xff, which no stream made with this one begins with.
 */
export const checkDictionary = Buffer.from(
  [
    '"same-town","same-rural","pref-other","qh-other","outside","hukou-place":"',
    '"qh-town","qh-rural","not-yet","live-place":"',
    '"ge6-reg","ge6-noreg","lt6","stay":"',
    '"valid","lapsed","none","permit":"',
    '"yes","hesitant","no","settle-wish":"',
    '"own","rent-contract","rent-nocontract","dorm","relatives","none","dwelling":"',
    '"none","own-small","own-enough","housing":"',
    '"none","tight","already","sudden","prefer-not","hardship":"',
    '"none","arable","grassland","forest","homestead","collective","land":"',
    '"training","vocational","fund","rent","buy","job","none","wishes":"',
    '"birth-date":"',
    '"male","female","sex":"',
    '"yes","no","lives-together":"',
    '"not-in","kindergarten","primary","junior-12","junior-3","grad-junior","senior-12","senior-3","vocational","dropout","school-stage":"',
    '"here","elsewhere","none","school-register":"',
    '"full","not-full","qh-years":"',
    '"always-qh","moved-in","outside","hukou-origin":"',
    '"employed-contract","employed-nocontract","platform","self-employed","casual","unemployed","not-working","retired","work":"',
    '"all","partial","none","employer-insurance":"',
    '"local-employee","local-resident","elsewhere-employee","elsewhere-resident","none","med":"',
    '"job-here","job-elsewhere","resident-here","resident-elsewhere","receiving-employee","receiving-resident","none","pension":"',
    '"no","forced-ge1y","forced-lt1y","forced-unsure","voluntary","never-insured","jobloss":"',
    '"yes","no","unemployment-registered":"',
    '"no","work-lt1y","work-ge1y","platform-order","injury":"',
    '"no","owed-recent","owed-old","wage-owed":"',
    '"unsure","answers":{"county":"63","rosterDone":true,"members":[{"id":"1","name":"","answers":{"birth-date":"19","sex":"female","lives-together":"yes"',
  ].join(''),
)
