import { useEffect, useState } from 'react';
import { createRoot } from 'react-dom/client';

function Counter() {
  const [count, setCount] = useState(0);
  useEffect(() => {
    performance.mark('ready');
  }, []);
  return (
    <main>
      <h1>Counter</h1>
      <button id="count" onClick={() => setCount(count + 1)}>{count}</button>
    </main>
  );
}

createRoot(document.getElementById('root')).render(<Counter />);
