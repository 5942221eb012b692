import { join } from 'node:path'
import Database from 'better-sqlite3'
import { languages } from '#app/domain/language.ts'

/** Everything an administrator can say of a hall, as long as it gets in practice. */
export const sampleDetails = {
  ...{
    'address-zh': '测试县测试镇测试大街 0 号，测试大楼一层东侧',
    'address-bo': 'ཚོད་ལྟའི་རྫོང་། ཚོད་ལྟའི་གྲོང་བརྡལ། ཚོད་ལྟའི་སྲང་ལམ་ཨང་0པ། ཐོག་ཚེགས་དང་པོ།',
  },
  ...{ 'way-zh': '坐 0 路车到测试站，下车往回走', 'way-bo': 'ཨང་0པའི་སྤྱི་སྤྱོད་རླངས་འཁོར་ལ་བསྡད་ནས་ཚོད་ལྟའི་ས་ཚིགས་སུ་འབབ།' },
  ...{ phone: '0970-0000000', morning: '9:00–12:00', afternoon: '14:30–17:30', closed: ['6', '7'], appointment: 'needed' },
  ...{ 'note-zh': '人多的时候请早一点来', 'note-bo': 'མི་མང་བའི་དུས་སུ་ཅུང་སྔ་བར་ཕེབས་རོགས།', speaks: [...languages], 'step-free': 'yes' },
}

/** Enters them for every hall of a place. */
export function describeHalls(dataDir: string, place: string): void {
  const database = new Database(join(dataDir, 'settle.sqlite'))
  database.prepare('update halls set details = ? where place = ?').run(JSON.stringify(sampleDetails), place)
  database.close()
}
