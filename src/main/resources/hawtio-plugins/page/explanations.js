// The tab Penjelasan: why a case went where it went, and which cases wait for a person to name an agency.
import { React, h } from './react.js'
import { json } from './talk.js'
import { ago, moment } from './words.js'
import { CaseLink, Fault, LookUp, Panel, cell } from './parts.js'

const REFERRALS = '/api/v1/referrals'
const CASE = /^DUMAS-/i
const ID = /^[0-9a-f-]{36}$/i
const MOST = 10 // referrals of one case that are explained at once

export const KINDS = { ACTION: 'Tindak lanjut', COPY: 'Tembusan', COORDINATION: 'Koordinasi' }
export const STATES = {
  PREPARED: 'Disiapkan', HELD: 'Ditahan', DELIVERED: 'Terkirim', ACKNOWLEDGED: 'Diterima instansi', IN_PROGRESS: 'Diproses',
  ANSWERED: 'Dijawab', RETURNED: 'Dikembalikan', RECALLED: 'Ditarik',
}
const RULES = {
  routing: 'Tabel penerusan', disposition: 'Disposisi', 'LAPOR! institution': 'Instansi menurut LAPOR!', 'own house': 'Pengaduan tentang kementerian sendiri',
  officer: 'Keputusan petugas', 'hop limit': 'Terlalu sering dikembalikan',
}
const INPUTS = {
  accused: 'Instansi teradu', accusedKind: 'Jenis instansi teradu', accusedAgency: 'Nama instansi teradu memuat', accusedPosition: 'Jabatan teradu memuat',
  category: 'Kategori', problemCode: 'Kode masalah', kind: 'Jenis pengaduan', amount: 'Nilai uang', text: 'Uraian memuat', grounds: 'Alasan pada tabel kelayakan', subject: 'Perihal memuat',
  province: 'Provinsi', regency: 'Kabupaten/kota', provinceOf: 'Pemerintah provinsi', regencyOf: 'Pemerintah kabupaten/kota',
  disposition: 'Disposisi', lapor: 'LAPOR!',
}
const BASES = { 'named in the record': 'Disebut dalam catatan sumber', 'a person decided': 'Petugas memutuskan' } // of rules without a table
const VALUES = { 'disposition valid': 'berlaku', 'lapor institution': 'instansi yang sudah diserahi', 'grounds before court': 'perkara di pengadilan', 'grounds information request': 'permintaan informasi' }

const words = (names, name) => names[name] || name

const Inputs = ({ of }) => {
  const all = Object.entries(of)
  return all.length === 0
    ? 'Tidak ada; aturan ini tidak membaca isi.'
    : h('ul', null, all.map(([name, value]) => h('li', { key: name }, words(INPUTS, name) + ': ' + (VALUES[name + ' ' + value] || value))))
}

const Card = ({ of }) => {
  const lines = [
    ['Berkas', of.case],
    ['Instansi', of.agencyName + ' (' + of.agency + ')'],
    ['Jenis', words(KINDS, of.kind) + (of.kind === 'ACTION' && of.lead ? ', memimpin' : '')],
    ['Diputuskan', moment(of.at) + ' oleh ' + of.actor],
    ['Aturan', words(RULES, of.rule)],
    ['Tabel', of.file ? h('code', null, of.file + ' baris ' + of.line + ', versi ' + of.version) : 'Aturan ini tidak memakai tabel.'],
    ['Dasar', words(BASES, of.because)],
    ['Yang cocok', h(Inputs, { of: of.inputs })],
  ]
  if (of.excluded.length > 0) lines.push(['Tidak dipertimbangkan', of.excluded.join(', ') + ' (pernah mengembalikan berkas ini)'])
  return h('div', { className: 'kartu', 'data-referral': of.referral },
    h('p', { className: 'kalimat' }, of.sentence),
    h('dl', null, lines.map(([name, value]) => h(React.Fragment, { key: name }, h('dt', null, name), h('dd', null, value)))))
}

/** One referral by its id, or those of a case by its number. */
const explain = async of => {
  if (!CASE.test(of) && !ID.test(of)) throw new Error('Tulis nomor berkas, seperti DUMAS-2026-000123-38, atau id penerusan.')
  const ids = CASE.test(of)
    ? (await json(REFERRALS + '?most=' + MOST + '&case=' + encodeURIComponent(of))).referrals.map(referral => referral.referral)
    : [of]
  return Promise.all(ids.map(id => json(REFERRALS + '/' + encodeURIComponent(id) + '/explanation')))
}

const Answer = ({ of }) => {
  const [found, setFound] = React.useState(null)
  const [error, setError] = React.useState('')
  const box = React.useRef(null)
  React.useEffect(() => { if (found) box.current.scrollIntoView({ block: 'center' }) }, [found])
  React.useEffect(() => {
    let gone = false
    setFound(null)
    setError('')
    if (of) explain(of).then(all => { if (!gone) setFound(all) }, e => { if (!gone) setError(e.message) })
    return () => { gone = true }
  }, [of])
  return h('div', { ref: box, id: 'dumas-jawaban', 'aria-live': 'polite' }, h(Fault, { of: error }),
    found && found.length === 0 ? h('p', null, 'Tidak ada penerusan dari berkas ' + of + '.') : null,
    found ? found.map(one => h(Card, { key: one.referral, of: one })) : null)
}

export const Explanations = ({ of, go, decides }) => {
  const [latest, setLatest] = React.useState([])
  const [waiting, setWaiting] = React.useState([])
  const [error, setError] = React.useState('')
  React.useEffect(() => {
    json(REFERRALS).then(all => setLatest(all.referrals), e => setError(e.message))
    json(REFERRALS + '/waiting').then(all => setWaiting(all.cases), e => setError(e.message))
  }, [])
  const show = what => go('penjelasan', what)
  return h('div', { id: 'dumas-penjelasan' },
    h('section', null, h('h2', null, 'Penjelasan penerusan'),
      h('p', { className: 'apa' }, 'Mengapa suatu berkas diteruskan ke suatu instansi: aturan, tabel dan barisnya, dan apa yang cocok. Tanpa isi pengaduan.'),
      h(LookUp, { id: 'dumas-cari', label: 'Nomor berkas atau id penerusan', value: of, example: 'DUMAS-2026-000123-38', onAsk: show }),
      h(Fault, { of: error }), h(Answer, { of })),
    h(Panel, {
      id: 'dumas-menunggu-petugas', title: 'Menunggu petugas', what: 'Berkas yang instansinya harus ditetapkan orang, atau yang kekurangannya harus diminta orang, yang paling lama menunggu di atas.',
      empty: 'Tidak ada berkas yang menunggu petugas.', heads: [['Berkas'], ['Sebab'], ['Sejak', 'angka']],
      rows: waiting.map(w => h('tr', { key: w.number, 'data-case': w.number }, h('th', { scope: 'row', className: 'nomor' }, h(CaseLink, { of: w.number, go, decides })), h('td', null, w.because), cell('since', ago(w.since)))),
    }),
    h(Panel, {
      id: 'dumas-penerusan', title: 'Penerusan terbaru', what: 'Yang terakhir di atas.', empty: 'Belum ada penerusan.',
      heads: [['Berkas'], ['Instansi'], ['Jenis'], ['Keadaan'], ['Waktu', 'angka'], ['', 'aksi']],
      rows: latest.map(r => h('tr', { key: r.referral, 'data-latest': r.referral }, h('th', { scope: 'row', className: 'nomor' }, h(CaseLink, { of: r.case, go, decides })), h('td', null, r.agencyName),
        h('td', { className: 'nomor' }, words(KINDS, r.kind)), h('td', null, words(STATES, r.state)), cell('at', ago(r.at)),
        h('td', { className: 'aksi' }, h('button', { type: 'button', 'aria-label': 'Jelaskan penerusan ' + r.case + ' ke ' + r.agencyName, onClick: () => show(r.referral) }, 'Jelaskan')))),
    }))
}
