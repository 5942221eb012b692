import { dictionary } from '@zxcvbn-ts/language-common'
import { type Cost, scryptHash, verifyScrypt } from './scrypt.server.ts'

/** Minimum and maximum length of a password, in characters. */
export const [shortestPassword, longestPassword] = [12, 128]

/** 64 MiB a guess, twice over: guessing passwords from a stolen database is slow. */
const cost: Cost = { logN: 16, p: 2 }

/** Characters that look the same compare as the same, whatever the keyboard. */
const normal = (password: string) => password.normalize('NFKC')

/** Hashes a password (scrypt); the salt stands before the hash. */
export const hashPassword = (password: string): Promise<string> => scryptHash(normal(password), cost)

/** Is this the password of the hash? Without a hash the same work is done, so that timing does not tell whether the account exists. */
export const isPassword = (password: string, hash: string | undefined): Promise<boolean> => verifyScrypt(normal(password), hash, cost)

/** What is wrong with a new password, undefined where nothing is. No rules of composition. */
export function passwordError(password: string, login: string): 'short' | 'long' | 'common' | 'like-login' | undefined {
  const plain = normal(password).toLowerCase()
  const length = [...plain].length
  if (length < shortestPassword) return 'short'
  if (length > longestPassword) return 'long'
  const name = normal(login).trim().toLowerCase()
  if (name !== '' && [...plain.replaceAll(name, '')].length < shortestPassword / 2) return 'like-login'
  return isCommon(plain) ? 'common' : undefined
}

/** Common passwords, the most common first: zxcvbn's list. */
const common: ReadonlySet<string> = new Set(dictionary['passwords-common'])
/** Local words a list from elsewhere lacks: with something short added, they are no better. */
const usual =
  /woaini|woaiwojia|woai|zhongguo|qinghai|xining|anjia|wode|mima|nihao|admin|guanliyuan|huawei|xiaomi|weixin|taobao|xiaoming|zhangsan|jiayou|zhaxi|tashi|zhuoma|tibet|zangyu|password|passw0rd|我爱你?|中国|青海|西宁|安家|密码|你好|管理员?|大厅|加油|扎西|卓玛|བཀྲ་ཤིས་?|བདེ་ལེགས་?|མཚོ་སྔོན་?|གསང་ཨང་?/gu
const rows = ['01234567890', 'abcdefghijklmnopqrstuvwxyz', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm']
const runs = rows.flatMap((row) => [row, [...row].reverse().join('')])

/** Is it common: as it stands, repeated, with digits and signs at the ends, or a usual word and numbers with hardly anything else? */
function isCommon(plain: string): boolean {
  const once = /^(.+?)\1*$/su.exec(plain)?.[1] ?? plain
  const core = once.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
  if ([...once].length < 6 || [plain, once, core].some((part) => common.has(part) || isRun(part))) return true
  return [...plain.replace(usual, '').replace(/\d{3,}|[\p{P}\p{S}\s]+/gu, '')].length < 5
}

/** Is it a run of keys, letters or digits, or empty? */
const isRun = (part: string) => part === '' || runs.some((run) => (run + run).includes(part))
