// The tab "Mungkin perkara yang sama": proposals with their reasons, which an officer confirms or dismisses; mass letters.
import { React, h } from './react.js'
import { json, call } from './talk.js'
import { ago, moment, number } from './words.js'
import { Ask, Fault, Panel, cell, count } from './parts.js'

const REASONS = {
  SAME_NIK: 'NIK sama', SAME_EMAIL: 'surel sama', SAME_PHONE: 'nomor telepon sama', SAME_FAMILY_CARD: 'kartu keluarga sama',
  SAME_NAME_AND_REGENCY: 'nama dan kabupaten/kota sama', SAME_TEXT: 'uraian sama', SIMILAR_TEXT: 'uraian mirip', SAME_AGENCY: 'instansi sama',
  OTHER_CHANNEL: 'saluran berbeda',
}

const Decide = ({ of, onDone, onClose }) => {
  const { match, joins } = of
  const [into, setInto] = React.useState(match.one)
  const act = reason => call('/api/v1/matches/' + encodeURIComponent(match.id) + (joins ? '/confirm' : '/dismiss'), { method: 'POST', body: joins ? { reason, into } : { reason } })
  return h(Ask, {
    id: 'dumas-putusan', act, onDone, onClose, yes: joins ? 'Gabungkan' : 'Bukan',
    title: joins ? 'Gabungkan kedua berkas?' : 'Bukan perkara yang sama?',
    what: joins
      ? match.one + ' dan ' + match.two + ' menjadi satu perkara dengan satu jangka waktu. Tidak ada yang hilang, dan penggabungan dapat dibatalkan.'
      : match.one + ' dan ' + match.two + ' tetap terpisah dan tidak diusulkan lagi.',
  }, joins ? h('label', { htmlFor: 'dumas-tetap' }, 'Berkas yang tetap', h('select', { id: 'dumas-tetap', value: into, onChange: e => setInto(e.target.value) },
    h('option', { value: match.one }, match.one + ' (lebih lama)'), h('option', { value: match.two }, match.two + ' (lebih baru)'))) : null)
}

export const Matches = ({ decides, go }) => {
  const [matches, setMatches] = React.useState([])
  const [next, setNext] = React.useState(null)
  const [letters, setLetters] = React.useState([])
  const [asked, setAsked] = React.useState(null)
  const [told, setTold] = React.useState('')
  const [error, setError] = React.useState('')
  const load = async after => {
    try {
      const page = await json('/api/v1/matches' + (after ? '?after=' + encodeURIComponent(after) : ''))
      setMatches(before => after ? before.concat(page.matches) : page.matches)
      setNext(page.next)
      setError('')
    } catch (e) {
      setError(e.message)
    }
  }
  React.useEffect(() => {
    load()
    json('/api/v1/mass-letters').then(all => setLetters(all.massLetters), e => setError(e.message))
  }, [])
  const done = () => {
    setTold(asked.match.one + ' dan ' + asked.match.two + (asked.joins ? ' digabungkan.' : ' tetap terpisah.'))
    setAsked(null)
    load()
  }
  const link = of => h('a', { href: '/hawtio/dumas#penjelasan/' + of, onClick: e => { e.preventDefault(); go('penjelasan', of) } }, of)
  const act = (match, joins, text) => h('button', { type: 'button', 'data-action': joins ? 'confirm' : 'dismiss', 'aria-label': text + ': ' + match.one + ' dan ' + match.two, onClick: () => { setTold(''); setAsked({ match, joins }) } }, text)
  return h('div', { id: 'dumas-sama' },
    h(Fault, { of: error }),
    told ? h('p', { role: 'status', className: 'tebal' }, told) : null,
    h(Panel, {
      id: 'dumas-usulan', title: 'Mungkin perkara yang sama', empty: 'Tidak ada usulan yang menunggu.',
      what: 'Berkas yang mirip, diusulkan dengan alasannya; yang terlama di atas. ' + (decides ? 'Periksa keduanya, lalu putuskan dengan sebabnya.' : 'Memutuskannya adalah tugas petugas (OFFICER).'),
      heads: [['Lebih lama, lebih baru'], ['Nilai', 'angka'], ['Alasan'], ['Diusulkan', 'angka'], ['', 'aksi']],
      rows: matches.map(m => h('tr', { key: m.id, 'data-match': m.id }, h('th', { scope: 'row', className: 'nomor' }, link(m.one), h('br'), link(m.two)), count('score', m.score),
        h('td', { 'data-field': 'reasons' }, m.reasons.map(reason => REASONS[reason] || reason).join(', '), h('span', { className: 'sebab redup' }, m.because)),
        cell('proposed', ago(m.proposedAt)),
        h('td', { className: 'aksi' }, decides ? h('div', { className: 'dua' }, act(m, true, 'Gabungkan'), act(m, false, 'Bukan')) : null))),
    }),
    next ? h('p', null, h('button', { type: 'button', onClick: () => load(next) }, 'Tampilkan lagi')) : null,
    h(Panel, {
      id: 'dumas-massal', title: 'Surat massal', what: 'Satu naskah dari banyak orang; tiap berkas tetap berdiri sendiri.', empty: 'Tidak ada surat massal.',
      heads: [['Berkas pertama'], ['Jumlah berkas', 'angka'], ['Pertama', 'angka'], ['Terakhir', 'angka']],
      rows: letters.map(l => h('tr', { key: l.id }, h('th', { scope: 'row', className: 'nomor' }, l.first), cell('cases', number.format(l.cases)), cell('from', moment(l.firstAt)), cell('to', moment(l.lastAt)))),
    }),
    asked ? h(Decide, { of: asked, onDone: done, onClose: () => setAsked(null) }) : null)
}
