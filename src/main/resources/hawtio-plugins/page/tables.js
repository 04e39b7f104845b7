// The tab Tabel: the decision tables in use, and reading them again, all or none.
import { React, h } from './react.js'
import { json } from './talk.js'
import { moment } from './words.js'
import { Fault, Panel, cell } from './parts.js'

const Problems = ({ of }) => h('ul', { id: 'dumas-salah' }, of.map(problem => h('li', { key: problem }, h('code', null, problem))))

const Told = ({ of }) => {
  if (of.problems.length > 0) return h('div', { role: 'alert' }, h('p', { className: 'penting' }, of.text), h(Problems, { of: of.problems }))
  return h('p', { role: 'status', className: 'tebal' }, of.text)
}

export const Tables = ({ steers }) => {
  const [tables, setTables] = React.useState([])
  const [told, setTold] = React.useState(null)
  const [busy, setBusy] = React.useState(false)
  const [error, setError] = React.useState('')
  const load = async () => {
    const all = await json('/api/v1/tables')
    setTables(all.tables)
    return all.problems
  }
  React.useEffect(() => {
    load().then(problems => { if (problems.length > 0) setTold({ text: 'Pemuatan ulang terakhir ditolak; yang berlaku adalah tabel di bawah.', problems }) }, e => setError(e.message))
  }, [])
  const reload = async () => {
    setBusy(true)
    setError('')
    setTold(null)
    try {
      const { changed } = await json('/api/v1/tables/reload', { method: 'POST' })
      await load()
      setTold({ problems: [], text: changed.length === 0 ? 'Tidak ada tabel yang berubah.' : 'Kini berlaku: ' + changed.map(t => t.table + ' versi ' + t.version).join(', ') + '.' })
    } catch (e) {
      if (e.problems && e.problems.length > 0) setTold({ text: e.message, problems: e.problems })
      else setError(e.message)
    }
    setBusy(false)
  }
  return h('div', { id: 'dumas-tabel' },
    h('section', null, h('h2', null, 'Muat ulang'),
      h('p', { className: 'apa' }, 'Semua tabel dibaca lagi dari berkasnya. Bila satu saja salah, semua tetap seperti semula.' + (steers ? '' : ' Memuat ulang adalah tugas operator (OPERATOR).')),
      steers ? h('button', { type: 'button', id: 'dumas-muat', className: 'utama', disabled: busy, onClick: reload }, 'Muat ulang') : null,
      h(Fault, { of: error }), told ? h(Told, { of: told }) : null),
    h(Panel, {
      id: 'dumas-daftar-tabel', title: 'Tabel yang berlaku', what: 'Versi adalah awal sidik berkasnya; jurnal setiap berkas menyebut versi yang memutuskan.',
      empty: 'Tidak ada tabel.', heads: [['Tabel'], ['Versi'], ['Dipakai hub ini sejak', 'angka']],
      rows: tables.map(t => h('tr', { key: t.table, 'data-table': t.table }, h('th', { scope: 'row' }, t.table), h('td', { 'data-field': 'version' }, h('code', null, t.version)), cell('since', moment(t.since)))),
    }))
}
