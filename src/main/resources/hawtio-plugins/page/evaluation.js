// The tab Evaluasi: leads to the report of a period.
import { React, h } from './react.js'

const day = date => date.toLocaleDateString('sv-SE', { timeZone: 'Asia/Jakarta' }) // yyyy-mm-dd
const after = text => new Date(Date.parse(text) + 86400000).toISOString().slice(0, 10)

export const Evaluation = () => {
  const today = day(new Date())
  const [from, setFrom] = React.useState(today.slice(0, 8) + '01')
  const [last, setLast] = React.useState(today)
  const sound = from !== '' && last !== '' && from <= last
  const pick = (label, id, value, set) => h('label', { className: 'pendek' }, label, h('input', { id, type: 'date', required: true, value, onChange: e => set(e.target.value) }))
  return h('section', { id: 'dumas-evaluasi' }, h('h2', null, 'Evaluasi'),
    h('p', { className: 'apa' }, 'Berkas yang dibuka dalam suatu masa: jumlah, ketepatan waktu, dan jawaban tiap instansi. Tanpa data pribadi.'),
    h('form', { onSubmit: e => e.preventDefault() }, pick('Dari', 'dumas-dari', from, setFrom), pick('Sampai dengan', 'dumas-sampai', last, setLast)),
    sound
      ? h('p', null, h('a', { id: 'dumas-laporan', target: '_blank', rel: 'noopener', href: '/api/v1/reports/evaluation?from=' + from + '&to=' + after(last) }, 'Buka laporan evaluasi'))
      : h('p', { role: 'alert' }, 'Hari pertama tidak boleh sesudah hari terakhir.'))
}
