// What the hub counts, and holding or resuming a route. Without the right to steer there are no buttons.
import { React, h } from './react.js'
import { ask, exec, routeBean } from './talk.js'
import { ago, duration, number } from './words.js'
import { Panel, cell, count, first } from './parts.js'

const STATES = {
  RUNNING: { text: 'Berjalan', sign: '●' },
  SUSPENDED: { text: 'Dihentikan', sign: '❚❚' },
  FAILING: { text: 'Bermasalah', sign: '▲' },
}

const CHANGES = { UNKNOWN_FIELD: 'Bidang baru', NEW_VALUE: 'Kode baru', OTHER_TYPE: 'Jenis lain', NOT_STRICT: 'JSON tidak baku', MORE: 'Masih banyak lagi' }

const State = ({ of }) => {
  const state = STATES[of.state] || { text: of.state, sign: '?' }
  return h('span', { className: 'keadaan ' + of.state, 'data-state': of.state },
    h('span', { 'aria-hidden': true }, state.sign + ' '), state.text,
    of.failing && of.state !== 'RUNNING' ? h('span', { className: 'sebab' }, of.failing) : null)
}

const Toggle = ({ of, onAsk }) => {
  if (!onAsk) return null
  const stopped = of.state === 'SUSPENDED'
  return h('button', { type: 'button', 'data-action': stopped ? 'resume' : 'suspend', className: stopped ? 'utama' : '', 'aria-label': (stopped ? 'Lanjutkan ' : 'Tahan ') + of.label, onClick: () => onAsk(of) },
    stopped ? 'Lanjutkan' : 'Tahan')
}

/** Asks before it acts; the dialog keeps the focus and closes on Escape. */
export const Confirm = ({ of, kind, onDone, onClose }) => {
  const box = React.useRef(null)
  const [busy, setBusy] = React.useState(false)
  const [error, setError] = React.useState('')
  React.useEffect(() => { box.current.showModal() }, [])
  const stopped = of.state === 'SUSPENDED'
  const act = async () => {
    setBusy(true)
    try {
      await ask({ type: 'exec', mbean: await routeBean(of.route), operation: stopped ? 'resume()' : 'suspend()' })
      onDone()
    } catch (e) {
      setError(e.message)
      setBusy(false)
    }
  }
  const what = kind === 'feed'
    ? (stopped ? 'Hub kembali membaca ' + of.label + ' dari tempat terakhir.' : 'Hub berhenti membaca ' + of.label + '. Yang belum dibaca tetap berada di sana sampai dilanjutkan.')
    : (stopped ? 'Hub kembali mengirim ke ' + of.label + ', mulai dari yang paling lama menunggu.' : 'Hub berhenti mengirim ke ' + of.label + '. Kiriman menunggu di hub sampai dilanjutkan; tujuan lain tidak terpengaruh.')
  return h('dialog', { ref: box, id: 'dumas-konfirmasi', 'aria-labelledby': 'dumas-konfirmasi-judul', onClose },
    h('h2', { id: 'dumas-konfirmasi-judul' }, (stopped ? 'Lanjutkan ' : 'Tahan ') + of.label + '?'),
    h('p', null, what),
    error ? h('p', { role: 'alert', className: 'penting' }, error) : null,
    h('div', null,
      h('button', { type: 'button', id: 'dumas-batal', onClick: () => box.current.close() }, 'Batal'),
      h('button', { type: 'button', id: 'dumas-ya', className: 'utama', disabled: busy, onClick: act }, stopped ? 'Lanjutkan' : 'Tahan')))
}

export const Feeds = ({ feeds, onAsk }) => h(Panel, {
  id: 'dumas-sumber', title: 'Sumber', what: 'Dari mana pengaduan dan jawaban dibaca.',
  empty: 'Belum ada sumber yang diaktifkan. Aktifkan hub.spde, hub.mail atau hub.lapor di application.yaml.',
  heads: [['Nama'], ['Keadaan'], ['Terakhir berhasil', 'angka'], ['Diterima', 'angka'], ['Diparkir', 'angka'], ['', 'aksi']],
  rows: feeds.map(f => h('tr', { key: f.name, 'data-feed': f.name }, first(f), h('td', null, h(State, { of: f })),
    cell('lag', f.lagSeconds < 0 ? 'belum pernah' : duration(f.lagSeconds) + ' lalu'),
    count('taken', f.taken), count('parked', f.parked, true),
    h('td', { className: 'aksi' }, h(Toggle, { of: f, onAsk })))),
})

export const Destinations = ({ destinations, onAsk }) => h(Panel, {
  id: 'dumas-tujuan', title: 'Tujuan', what: 'Ke mana penerusan, pembaruan status, dan jawaban dikirim.',
  empty: 'Belum ada tujuan. Tambahkan instansi di hub.agencies pada application.yaml.',
  heads: [['Nama'], ['Keadaan'], ['Menunggu', 'angka'], ['Tertua', 'angka'], ['Ditahan', 'angka'], ['Terkirim', 'angka'], ['', 'aksi']],
  rows: destinations.map(d => h('tr', { key: d.name, 'data-destination': d.name }, first(d), h('td', null, h(State, { of: d })),
    count('waiting', d.waiting), cell('oldest', d.waiting > 0 ? duration(d.oldestSeconds) : '–'),
    count('held', d.held, true), count('delivered', d.delivered),
    h('td', { className: 'aksi' }, h(Toggle, { of: d, onAsk })))),
})

export const Cases = ({ cases }) => {
  const most = Math.max(1, ...cases.map(c => c.count))
  const total = cases.reduce((sum, c) => sum + c.count, 0)
  return h(Panel, {
    id: 'dumas-berkas', title: 'Berkas', what: 'Di mana berkas berada sekarang: ' + number.format(total) + ' seluruhnya.',
    empty: 'Belum ada berkas. Berkas pertama muncul setelah sumber mengirim pengaduan.',
    heads: [['Keadaan'], ['Jumlah', 'angka'], ['']],
    rows: cases.map(c => h('tr', { key: c.state, 'data-case-state': c.state }, first(c), count('count', c.count),
      h('td', { style: { width: '55%' } }, h('div', { className: 'batang', style: { width: (100 * c.count / most) + '%' }, 'aria-hidden': true })))),
  })
}

/** Open deadlines by clock; which cases they are, the API tells. */
export const Deadlines = ({ deadlines }) => h(Panel, {
  id: 'dumas-tenggat', title: 'Tenggat', what: 'Jangka waktu yang berjalan, menurut jenisnya. Daftar berkasnya: /api/v1/deadlines.',
  empty: 'Tidak ada tenggat yang berjalan.',
  heads: [['Tenggat'], ['Lewat', 'angka'], ['Segera', 'angka'], ['Berjalan', 'angka'], ['Dijeda', 'angka'], ['Terdekat', 'angka']],
  rows: deadlines.map(d => h('tr', { key: d.clock, 'data-clock': d.clock }, h('th', { scope: 'row' }, d.label),
    count('overdue', d.overdue, true), count('soon', d.soon), count('open', d.open), count('paused', d.paused), cell('first', d.first || '–'))),
})

/** Where a source writes something that nobody expected; only the shape of the first example. */
export const Drifts = ({ drifts, onDone }) => {
  const [error, setError] = React.useState('')
  const forget = async d => {
    try {
      await exec('forgetDrift', d.feed, d.path, d.what)
      setError('')
      onDone()
    } catch (e) {
      setError(e.message)
    }
  }
  return h(Panel, {
    id: 'dumas-bentuk', title: 'Perubahan bentuk data', empty: 'Semua sumber menulis seperti yang dikenal.',
    what: error || 'Sumber menulis sesuatu yang belum dikenal. Catatannya tetap diterima; sesuaikan pemetaan dan berkas .contract.json.',
    heads: [['Sumber'], ['Tempat'], ['Perubahan'], ['Contoh bentuk'], ['Terlihat', 'angka'], ['Sejak', 'angka'], ['', 'aksi']],
    rows: drifts.map(d => h('tr', { key: d.feed + d.path + d.what, 'data-drift': d.feed + ' ' + d.path }, first(d),
      h('td', null, h('code', null, d.path)), h('td', { 'data-field': 'what' }, CHANGES[d.what] || d.what), h('td', null, h('code', null, d.shape)),
      count('sightings', d.sightings), cell('since', ago(d.firstAt)),
      h('td', { className: 'aksi' }, onDone ? h('button', { type: 'button', 'data-action': 'forget', 'aria-label': 'Selesai: ' + d.label + ' ' + d.path, onClick: () => forget(d) }, 'Selesai') : null))),
  })
}

/** Backfills and full scans: how far, how fast. */
export const Works = ({ works }) => h(Panel, {
  id: 'dumas-pekerjaan', title: 'Pekerjaan panjang', what: 'Pengisian ulang dan pemindaian penuh: yang berjalan, lalu yang terakhir selesai.',
  empty: 'Tidak ada pekerjaan panjang.',
  heads: [['Pekerjaan'], ['Keadaan'], ['Selesai', 'angka'], ['Laju', 'angka'], ['Lama', 'angka']],
  rows: works.map(w => h('tr', { key: w.name + w.begunAt, 'data-work': w.name }, h('th', { scope: 'row' }, w.name),
    h('td', { 'data-field': 'outcome' }, w.outcome ? w.outcome : h('span', { className: 'keadaan RUNNING' }, '● Berjalan'),
      w.total > 0 && !w.outcome ? h('div', { className: 'batang', style: { width: Math.min(100, 100 * w.done / w.total) + '%' }, 'aria-hidden': true }) : null),
    cell('done', number.format(w.done) + (w.total > 0 ? ' dari ' + number.format(w.total) : '')),
    cell('rate', w.perSecond.toLocaleString('id-ID', { maximumFractionDigits: 1 }) + '/dtk'),
    cell('took', duration(w.seconds)))),
})
