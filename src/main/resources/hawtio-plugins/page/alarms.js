// The tab Alarm: what people have to hear of at once, until an officer has seen to it; and the line about it on the first tab.
import { React, h } from './react.js'
import { json, call } from './talk.js'
import { ago, number } from './words.js'
import { Ask, CaseLink, Fault, Panel, cell } from './parts.js'

const EVERY = 10000 // milliseconds between two readings
export const ALARMS = { EMERGENCY: 'Nyawa mungkin terancam', SELF_HARM: 'Penulis mungkin mencelakai dirinya', THREAT: 'Ada ancaman', WITHDRAWAL: 'Pengadu tampaknya mencabut pengaduannya' }
const ROLES = { officer: 'petugas', head: 'Asisten Deputi', deputy: 'Deputi' }
const MAILS = { WAITING: 'surel menunggu dikirim', DELIVERED: 'surel terkirim', HELD: 'surel ditahan', PARKED: 'surel gagal' }

/** How many are open, on the first tab. */
export const OpenAlarms = ({ alarms, go }) => h('section', { id: 'dumas-alarm-terbuka', className: alarms.open > 0 ? 'galat' : '' },
  alarms.open > 0
    ? h('h2', null, number.format(alarms.open) + ' alarm terbuka, yang tertua ' + ago(alarms.oldest) + ' ',
      h('a', { href: '/hawtio/dumas#alarm', onClick: e => { e.preventDefault(); go('alarm') } }, 'Lihat'))
    : h('p', { className: 'kosong' }, 'Tidak ada alarm yang terbuka.'))

const told = of => !of.role ? 'belum pernah' : (ROLES[of.role] || of.role) + ': ' + (of.mail ? MAILS[of.mail] || of.mail : 'tanpa alamat surel, hanya di sini')
const problem = of => !of.role || !of.mail || of.mail === 'HELD' || of.mail === 'PARKED'

const SeeTo = ({ of, onDone, onClose }) => h(Ask, {
  id: 'dumas-tangani', yes: 'Sudah ditangani', onDone, onClose,
  title: 'Sudah ditangani: ' + ALARMS[of.alarm].toLowerCase() + '?',
  what: 'Tulis apa yang dilakukan pada berkas ' + of.case + ', paling sedikit 10 huruf. Sebabnya disimpan tersegel di jurnal berkas, bersama nama Anda dan waktunya.',
  act: reason => call('/api/v1/cases/' + encodeURIComponent(of.case) + '/decisions', { method: 'POST', body: { decision: 'see-to-alarms', reason, alarms: [of.alarm] } }),
})

export const Alarms = ({ decides, go }) => {
  const [alarms, setAlarms] = React.useState(null)
  const [asked, setAsked] = React.useState(null)
  const [said, setSaid] = React.useState('')
  const [error, setError] = React.useState('')
  const load = React.useCallback(() => json('/api/v1/alarms?most=500').then(all => { setAlarms(all.alarms); setError('') }, e => setError(e.message)), [])
  React.useEffect(() => {
    load()
    const timer = setInterval(load, EVERY)
    return () => clearInterval(timer)
  }, [load])
  const done = () => {
    setSaid('Berkas ' + asked.case + ': tercatat sudah ditangani.')
    setAsked(null)
    load()
  }
  return h('div', { id: 'dumas-alarm' },
    h(Fault, { of: error }),
    said ? h('p', { role: 'status', className: 'tebal' }, said) : null,
    alarms ? h(Panel, {
      id: 'dumas-alarm-daftar', title: 'Alarm', empty: 'Tidak ada alarm yang terbuka.',
      what: 'Kata-kata dalam kiriman menandakan bahaya; yang tertua di atas. ' + (decides ? 'Baca berkasnya, tolong orangnya, lalu catat apa yang dilakukan.' : 'Menanganinya adalah tugas petugas (OFFICER).'),
      heads: [['Berkas'], ['Alarm'], ['Diberitahukan kepada'], ['Sejak', 'angka'], ['', 'aksi']],
      rows: alarms.map(a => h('tr', { key: a.case + a.alarm, 'data-alarm': a.case + ' ' + a.alarm }, h('th', { scope: 'row', className: 'nomor' }, h(CaseLink, { of: a.case, go, decides })),
        h('td', { className: 'penting' }, ALARMS[a.alarm]), h('td', { className: problem(a) ? 'penting' : '' }, told(a)), cell('since', ago(a.since)),
        h('td', { className: 'aksi' }, decides ? h('button', { type: 'button', className: 'utama', 'data-action': 'see-to', 'aria-label': 'Sudah ditangani: ' + ALARMS[a.alarm] + ', berkas ' + a.case, onClick: () => { setSaid(''); setAsked(a) } }, 'Sudah ditangani') : null))),
    }) : null,
    asked ? h(SeeTo, { of: asked, onClose: () => setAsked(null), onDone: done }) : null)
}
