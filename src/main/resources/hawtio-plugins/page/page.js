// The page Dumas: its tabs, and which of them stands in the address after #.
import { React, h } from './react.js'
import { json } from './talk.js'
import { HubTab } from './hub-tab.js'
import { Alarms } from './alarms.js'
import { Explanations } from './explanations.js'
import { Matches } from './matches.js'
import { Tables } from './tables.js'
import { Progress } from './progress.js'
import { CasePage } from './case.js'
import { Evaluation } from './evaluation.js'

const TABS = [
  ['hub', 'Hub', HubTab],
  ['alarm', 'Alarm', Alarms],
  ['berkas', 'Berkas', CasePage],
  ['penjelasan', 'Penjelasan', Explanations],
  ['sama', 'Mungkin perkara yang sama', Matches],
  ['tabel', 'Tabel', Tables],
  ['perkembangan', 'Perkembangan', Progress],
  ['evaluasi', 'Evaluasi', Evaluation],
]

/** What somebody typed by hand may be no encoding. */
const decoded = text => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** {@code #penjelasan/DUMAS-2026-000123-38} is a tab and what it is to show. */
const place = () => {
  const [tab, of] = decoded(window.location.hash.slice(1)).split('/', 2)
  return { tab: TABS.some(([id]) => id === tab) ? tab : TABS[0][0], of: of || '' }
}

export const Page = () => {
  const [at, setAt] = React.useState(place)
  const [role, setRole] = React.useState('')
  React.useEffect(() => {
    const move = () => setAt(place())
    window.addEventListener('hashchange', move)
    json('/hawtio/role').then(setRole, () => setRole('NONE')) // without an answer the page only shows; the hub decides anyway
    return () => window.removeEventListener('hashchange', move)
  }, [])
  const go = (tab, of) => { window.location.hash = of ? tab + '/' + of : tab }
  const [id, , Tab] = TABS.find(([tab]) => tab === at.tab)
  return h('div', { className: 'dumas' },
    h('nav', { 'aria-label': 'Bagian' }, TABS.map(([tab, title]) => h('a', {
      key: tab, id: 'dumas-tab-' + tab, href: '/hawtio/dumas#' + tab, 'aria-current': tab === at.tab ? 'page' : undefined,
      onClick: e => { e.preventDefault(); go(tab) } }, title))),
    role ? h(Tab, { key: id, of: at.of, go, steers: role === 'OPERATOR', decides: role === 'OFFICER' }) : null)
}
