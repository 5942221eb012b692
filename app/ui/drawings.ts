import type { TopicId } from '#app/services/define.ts'
import type { ServiceId } from '#app/services/index.ts'

/** What has a pictogram of its own: topics, services, what is only explained. */
type Pictured = TopicId | ServiceId | 'id-card' | 'no-hukou' | 'before-settling'

/** Outlines on a field of 24 by 24, drawn by us, each with one path: what a matter is, without a word. */
export const drawings: Readonly<Record<Pictured, string>> = {
  // topics
  settlement: 'M12 21s7-6 7-11a7 7 0 0 0-14 0c0 5 7 11 7 11zM9.5 12V9.5L12 7.5l2.5 2V12z',
  schooling: 'M2 9l10-4 10 4-10 4zM6 11v5c3 3 9 3 12 0v-5M22 9v6',
  housing: 'M3 11l9-8 9 8M5 9.5V21h14V9.5M10 21v-6h4v6',
  insurance: 'M12 3v2M3 13a9 8 0 0 1 18 0zM12 13v6a2 2 0 0 1-4 0',
  work: 'M13 8l-9 9a2 2 0 0 0 3 3l9-9M10 5l4-2 7 7-3 3z',
  assistance:
    'M12 10C9 8 8 6 9.5 4.5 11 3.5 12 5 12 5s1-1.5 2.5-.5C16 6 15 8 12 10zM3 13h4l4 2h3a1.5 1.5 0 0 1 0 3h-3M15 17l4-3c2-1 3 1 1 2.5L14 21H3',
  land: 'M2 20l7-13 4 7 2-3 7 9zM7 11l2 2 2-2',
  // settling
  'settle-household': 'M6 3h13v18H6a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2zM8.5 13v-3l3-2.5 3 2.5v3zM8 17h7',
  'residence-permit': 'M2 5h20v14H2zM8 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM5 16c1-2 5-2 6 0M14.5 9.5H19M14.5 14H19',
  'residence-registration': 'M9.5 20S4 15 4 10a6 6 0 0 1 12 0M10 12a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM13 21l1-3.5 6-6 2.5 2.5-6 6z',
  // schooling
  'school-compulsory': 'M12 6c-3-2-6-2-9-1v14c3-1 6-1 9 1 3-2 6-2 9-1V5c-3-1-6-1-9 1zM12 6v14',
  'school-preschool': 'M3 13h8v8H3zM13 13h8v8h-8zM12 3l5 8H7z',
  'school-senior': 'M4 17h16v4H4zM6 12h12v5H6zM4 7h16v5H4zM8 7v5M16 17v4',
  'vocational-school': 'M15.5 8.5a4 4 0 0 1 5-5L18 6l2 2 2.5-2.5a4 4 0 0 1-5 5L8 20a2.5 2.5 0 0 1-4-4zM3 5h7M3 9h5',
  'exam-local': 'M5 3h9l5 5v13H5zM8.5 12.5l2 2 4-4M9 18h6',
  // housing
  'public-rental-housing': 'M6 21V3h12v18M3 21h18M10 7v.01M14 7v.01M10 11v.01M14 11v.01M10 21v-5h4v5',
  'affordable-rental-housing': 'M7.5 20.5a4.5 4.5 0 1 0 0-9 4.5 4.5 0 0 0 0 9zM11 13l9-9M16 8l3 3M19 5l2 2',
  'affordable-sale-housing': 'M3 11l9-8 9 8M5 9.5V21h14V9.5M9 14.5l2 2 4-4',
  'housing-fund-flexible': 'M3 10l7-6 7 6M5 9v11h5M17 21a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM17 15.5v3',
  // insurance
  'employee-pension-medical': 'M3 8h18v12H3zM8 8V4h8v4M12 11v6M9 14h6',
  'flexible-worker-insurance':
    'M5.5 20a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM18.5 20a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM8.5 17h5L16 7h-3M16.5 10l2 4M4 10.5h5',
  'resident-pension': 'M10 6a2 2 0 1 0 0-4 2 2 0 0 0 0 4zM10 9v6l-3 6M10 15l3 6M10 10l6 3M17 12v9',
  'resident-medical': 'M12 21C5 16 2 12 2 8.5A5 5 0 0 1 12 7a5 5 0 0 1 10 1.5C22 12 19 16 12 21zM12 9.5v6M9 12.5h6',
  'unemployment-insurance': 'M6 3h12M6 21h12M7.5 3c0 5 4.5 6 4.5 9s-4.5 4-4.5 9M16.5 3c0 5-4.5 6-4.5 9s4.5 4 4.5 9',
  'occupational-injury': 'M4 16a8 8 0 0 1 16 0M2 16h20v4H2zM9.5 9v4M14.5 9v4',
  'cross-region-care': 'M3 21V8h9v13zM7.5 11v4M5.5 13h4M3 8l4.5-4L12 8M15 15h7M19 12l3 3-3 3',
  'insurance-transfer': 'M4 8h15M15 4l4 4-4 4M20 16H5M9 12l-4 4 4 4',
  // work
  'skills-training': 'M9 16H4V4h16v12h-5M8 8h8M12 18a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM10.5 17.5V22l1.5-1 1.5 1v-4.5',
  'job-services': 'M10 17a7 7 0 1 0 0-14 7 7 0 0 0 0 14zM15 15l6 6M7 9h6v4H7zM9 9V7h2v2',
  'wage-protection': 'M2 6h20v12H2zM12 15a3 3 0 1 0 0-6 3 3 0 0 0 0 6zM5.5 9.5v.01M18.5 14.5v.01',
  // assistance and land
  'social-assistance': 'M3 12h18a9 8 0 0 1-18 0zM8 21h8M9 8.5c-1-2 1-2 0-4M14.5 8.5c-1-2 1-2 0-4',
  'temporary-assistance':
    'M12 21a9 9 0 1 0 0-18 9 9 0 0 0 0 18zM12 15.5a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7zM5.7 5.7l3.8 3.8M14.5 14.5l3.8 3.8M18.3 5.7l-3.8 3.8M9.5 14.5l-3.8 3.8',
  'land-rights': 'M2 21h20M7 21c0-5-1-8-4-10M7 21c0-6 1-10 4-13M16 21c0-5-1-9-3-11M16 21c0-6 2-9 5-11',
  // what is only explained
  'id-card': 'M21 11V5H3v14h8M7 9h6M7 13h3M20.5 16a3.5 3.5 0 1 0 .5 3M21 13v3h-3',
  'no-hukou': 'M10 11a4 4 0 1 0 0-8 4 4 0 0 0 0 8zM3 21c0-4 3-6 7-6M15.5 16a2.5 2.5 0 1 1 3.5 2.3c-1 .4-1 .7-1 1.2M18 22v.01',
  'before-settling': 'M12 3v18M12 4.5h7l2 2.5-2 2.5h-7M12 11H5l-2 2.5L5 16h7M9 21h6',
}
