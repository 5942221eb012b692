import arrowLeft from 'lucide-static/icons/arrow-left.svg?raw'
import arrowRight from 'lucide-static/icons/arrow-right.svg?raw'
import bed from 'lucide-static/icons/bed.svg?raw'
import bike from 'lucide-static/icons/bike.svg?raw'
import bookmark from 'lucide-static/icons/bookmark.svg?raw'
import briefcase from 'lucide-static/icons/briefcase.svg?raw'
import building2 from 'lucide-static/icons/building-2.svg?raw'
import check from 'lucide-static/icons/check.svg?raw'
import circleCheck from 'lucide-static/icons/circle-check.svg?raw'
import circleHelp from 'lucide-static/icons/circle-help.svg?raw'
import circleMinus from 'lucide-static/icons/circle-minus.svg?raw'
import circleOff from 'lucide-static/icons/circle-off.svg?raw'
import clock from 'lucide-static/icons/clock.svg?raw'
import eraser from 'lucide-static/icons/eraser.svg?raw'
import fileText from 'lucide-static/icons/file-text.svg?raw'
import graduationCap from 'lucide-static/icons/graduation-cap.svg?raw'
import hammer from 'lucide-static/icons/hammer.svg?raw'
import handshake from 'lucide-static/icons/handshake.svg?raw'
import hourglass from 'lucide-static/icons/hourglass.svg?raw'
import house from 'lucide-static/icons/house.svg?raw'
import idCard from 'lucide-static/icons/id-card.svg?raw'
import info from 'lucide-static/icons/info.svg?raw'
import keyRound from 'lucide-static/icons/key-round.svg?raw'
import landmark from 'lucide-static/icons/landmark.svg?raw'
import languages from 'lucide-static/icons/languages.svg?raw'
import listChecks from 'lucide-static/icons/list-checks.svg?raw'
import luggage from 'lucide-static/icons/luggage.svg?raw'
import menu from 'lucide-static/icons/menu.svg?raw'
import messageSquare from 'lucide-static/icons/message-square.svg?raw'
import mountain from 'lucide-static/icons/mountain.svg?raw'
import pencil from 'lucide-static/icons/pencil.svg?raw'
import phone from 'lucide-static/icons/phone.svg?raw'
import plus from 'lucide-static/icons/plus.svg?raw'
import printer from 'lucide-static/icons/printer.svg?raw'
import rotateCcw from 'lucide-static/icons/rotate-ccw.svg?raw'
import scale from 'lucide-static/icons/scale.svg?raw'
import search from 'lucide-static/icons/search.svg?raw'
import shieldCheck from 'lucide-static/icons/shield-check.svg?raw'
import sprout from 'lucide-static/icons/sprout.svg?raw'
import store from 'lucide-static/icons/store.svg?raw'
import tent from 'lucide-static/icons/tent.svg?raw'
import trash2 from 'lucide-static/icons/trash-2.svg?raw'
import trees from 'lucide-static/icons/trees.svg?raw'
import triangleAlert from 'lucide-static/icons/triangle-alert.svg?raw'
import user from 'lucide-static/icons/user.svg?raw'
import users from 'lucide-static/icons/users.svg?raw'
import wheat from 'lucide-static/icons/wheat.svg?raw'

const icons = {
  'arrow-left': arrowLeft,
  'arrow-right': arrowRight,
  bed,
  bike,
  bookmark,
  briefcase,
  'building-2': building2,
  check,
  'circle-check': circleCheck,
  'circle-help': circleHelp,
  'circle-minus': circleMinus,
  'circle-off': circleOff,
  clock,
  eraser,
  'file-text': fileText,
  'graduation-cap': graduationCap,
  hammer,
  handshake,
  house,
  hourglass,
  'id-card': idCard,
  info,
  'key-round': keyRound,
  landmark,
  languages,
  'list-checks': listChecks,
  luggage,
  menu,
  'message-square': messageSquare,
  mountain,
  pencil,
  phone,
  plus,
  printer,
  'rotate-ccw': rotateCcw,
  scale,
  search,
  'shield-check': shieldCheck,
  sprout,
  store,
  tent,
  'trash-2': trash2,
  trees,
  'triangle-alert': triangleAlert,
  user,
  users,
  wheat,
}

/** The name of a picture of the icon set. */
export type IconName = keyof typeof icons

/** An icon beside a text with the same meaning: hidden from screen readers. From lucide (ISC licence). */
export function Icon({ name, className }: { name: IconName; className?: string }): JSX.Element {
  return (
    <svg
      className={className ? `icon ${className}` : 'icon'}
      viewBox="0 0 24 24"
      aria-hidden="true"
      // biome-ignore lint/security/noDangerouslySetInnerHtml: the drawing of a fixed file of ours
      dangerouslySetInnerHTML={{ __html: drawings[name] }}
    />
  )
}

const drawings = Object.fromEntries(
  Object.entries(icons).map(([name, svg]) => [
    name,
    svg
      .replace(/^[\s\S]*?<svg[^>]*>/, '')
      .replace(/<\/svg>\s*$/, '')
      .replace(/\s+/g, ' ')
      .trim(),
  ]),
) as Record<IconName, string>
