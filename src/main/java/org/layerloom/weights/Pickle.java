package org.layerloom.weights;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.layerloom.weights.TorchObjects.Refusal;

/// Reads a pickle of tensors as data: numbers, texts, lists, dictionaries and what [TorchObjects] knows. Python's
/// own reader would run whatever the file names; here only the opcodes that PyTorch writes for tensors are known,
/// and none of them does more than put values together.
///
/// Source: CPython's `Lib/pickletools.py`, protocols 2 to 5.
final class Pickle {
    /// Opcodes in one pickle: PyTorch writes about 40 for a tensor.
    private static final int MAX_STEPS = 4_000_000;
    private static final int MAX_LINE = 1000;
    /// Python's None.
    private static final Object NONE = new Object();

    private final ByteBuffer bytes;
    private final List<Object> stack = new ArrayList<>();
    private final Deque<Integer> marks = new ArrayDeque<>();
    private final Map<Integer, Object> memo = new HashMap<>();

    private Pickle(byte[] bytes) {
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    /// The value that the pickle is of.
    static Object read(byte[] bytes) throws Refusal {
        Pickle pickle = new Pickle(bytes);
        try {
            for (int step = 0; step < MAX_STEPS; step++) {
                int opcode = Byte.toUnsignedInt(pickle.bytes.get());
                if (opcode == '.') {
                    return pickle.pop();
                }
                pickle.step(opcode);
            }
        } catch (BufferUnderflowException e) {
            throw new Refusal("its pickle ends early");
        }
        throw new Refusal("its pickle has more than " + MAX_STEPS + " steps");
    }

    private void step(int opcode) throws Refusal {
        switch (opcode) {
            case 0x80 -> protocol(); // PROTO
            case 0x95 -> bytes.getLong(); // FRAME: how far to read ahead
            case '(' -> marks.push(stack.size()); // MARK
            case ')' -> stack.add(List.of()); // EMPTY_TUPLE
            case ']' -> stack.add(new ArrayList<>()); // EMPTY_LIST
            case '}' -> stack.add(new LinkedHashMap<>()); // EMPTY_DICT
            case 't' -> stack.add(Collections.unmodifiableList(popToMark())); // TUPLE
            case 0x85, 0x86, 0x87 -> stack.add(Collections.unmodifiableList(pop(opcode - 0x84))); // TUPLE1 to 3
            case 'a' -> append(pop(1)); // APPEND
            case 'e' -> append(popToMark()); // APPENDS
            case 's' -> put(pop(2)); // SETITEM
            case 'u' -> put(popToMark()); // SETITEMS
            case 'q' -> memo.put(Byte.toUnsignedInt(bytes.get()), peek()); // BINPUT
            case 'r' -> memo.put(bytes.getInt(), peek()); // LONG_BINPUT
            case 0x94 -> memo.put(memo.size(), peek()); // MEMOIZE
            case 'h' -> recall(Byte.toUnsignedInt(bytes.get())); // BINGET
            case 'j' -> recall(bytes.getInt()); // LONG_BINGET
            case 'c' -> stack.add(TorchObjects.name(line(), line())); // GLOBAL
            case 0x93 -> stackGlobal(); // STACK_GLOBAL
            case 'R' -> call(); // REDUCE
            case 'Q' -> stack.add(TorchObjects.stored(pop())); // BINPERSID
            case 'b' -> build(); // BUILD
            default -> stack.add(literal(opcode));
        }
    }

    private Object literal(int opcode) throws Refusal {
        return switch (opcode) {
            case 'N' -> NONE; // NONE
            case 0x88 -> Boolean.TRUE; // NEWTRUE
            case 0x89 -> Boolean.FALSE; // NEWFALSE
            case 'K' -> Byte.toUnsignedLong(bytes.get()); // BININT1
            case 'M' -> Short.toUnsignedLong(bytes.getShort()); // BININT2
            case 'J' -> (long) bytes.getInt(); // BININT
            case 0x8a -> whole(Byte.toUnsignedInt(bytes.get())); // LONG1
            case 'G' -> Double.longBitsToDouble(Long.reverseBytes(bytes.getLong())); // BINFLOAT
            case 'X' -> text(bytes.getInt()); // BINUNICODE
            case 0x8c -> text(Byte.toUnsignedInt(bytes.get())); // SHORT_BINUNICODE
            default ->
                throw new Refusal("its pickle does what pickles of tensors do not (opcode 0x%02x at byte %d)"
                        .formatted(opcode, bytes.position() - 1));
        };
    }

    private void protocol() throws Refusal {
        int version = Byte.toUnsignedInt(bytes.get());
        if (version < 2 || version > 5) {
            throw new Refusal("its pickle is of protocol " + version + ", but 2 to 5 are known");
        }
    }

    /// A whole number of as many bytes, the sign in the last.
    private Long whole(int length) throws Refusal {
        if (length > Long.BYTES) {
            throw new Refusal("a number in its pickle is too large");
        }
        long value = 0;
        for (int i = 0; i < length; i++) {
            value |= Byte.toUnsignedLong(bytes.get()) << Byte.SIZE * i;
        }
        int unused = Long.SIZE - Byte.SIZE * length;
        return length == 0 ? 0 : value << unused >> unused;
    }

    private String text(int length) throws Refusal {
        if (length < 0 || length > bytes.remaining()) {
            throw new Refusal("its pickle ends early");
        }
        String text = new String(bytes.array(), bytes.position(), length, StandardCharsets.UTF_8);
        bytes.position(bytes.position() + length);
        return text;
    }

    private String line() throws Refusal {
        int start = bytes.position();
        while (bytes.get() != '\n') {
            if (bytes.position() - start > MAX_LINE) {
                throw new Refusal("a name in its pickle is too long");
            }
        }
        return new String(bytes.array(), start, bytes.position() - 1 - start, StandardCharsets.UTF_8);
    }

    private void stackGlobal() throws Refusal {
        List<Object> names = pop(2);
        if (!(names.get(0) instanceof String module) || !(names.get(1) instanceof String name)) {
            throw new Refusal("it asks for what has no name");
        }
        stack.add(TorchObjects.name(module, name));
    }

    private void call() throws Refusal {
        Object arguments = pop();
        stack.add(TorchObjects.call(pop(), arguments));
    }

    /// Attributes of a dictionary, which say nothing of tensors.
    private void build() throws Refusal {
        pop();
        if (!(peek() instanceof Map<?, ?>)) {
            throw new Refusal("its pickle sets attributes of what is no dictionary");
        }
    }

    @SuppressWarnings("unchecked")
    private void append(List<Object> values) throws Refusal {
        if (!(peek() instanceof ArrayList<?> list)) {
            throw new Refusal("its pickle adds to what is no list");
        }
        ((List<Object>) list).addAll(values);
    }

    @SuppressWarnings("unchecked")
    private void put(List<Object> pairs) throws Refusal {
        if (!(peek() instanceof Map<?, ?> map) || pairs.size() % 2 != 0) {
            throw new Refusal("its pickle adds to what is no dictionary");
        }
        for (int i = 0; i < pairs.size(); i += 2) {
            // Other keys would be compared part by part, and parts may be nested without end.
            if (!(pairs.get(i) instanceof String || pairs.get(i) instanceof Long)) {
                throw new Refusal("a dictionary in its pickle has keys that are neither texts nor numbers");
            }
            ((Map<Object, Object>) map).put(pairs.get(i), pairs.get(i + 1));
        }
    }

    private void recall(int key) throws Refusal {
        Object value = memo.get(key);
        if (value == null) {
            throw new Refusal("its pickle recalls what it never said");
        }
        stack.add(value);
    }

    private Object peek() throws Refusal {
        requireAbove(1);
        return stack.getLast();
    }

    private Object pop() throws Refusal {
        requireAbove(1);
        return stack.removeLast();
    }

    private List<Object> pop(int count) throws Refusal {
        requireAbove(count);
        return cut(stack.size() - count);
    }

    private List<Object> popToMark() throws Refusal {
        if (marks.isEmpty()) {
            throw new Refusal("its pickle ends what it never began");
        }
        return cut(marks.pop());
    }

    /// No opcode reaches below the last mark.
    private void requireAbove(int count) throws Refusal {
        int floor = marks.isEmpty() ? 0 : marks.peek();
        if (stack.size() - floor < count) {
            throw new Refusal("its pickle takes what it never put");
        }
    }

    private List<Object> cut(int from) {
        List<Object> top = stack.subList(from, stack.size());
        List<Object> values = new ArrayList<>(top);
        top.clear();
        return values;
    }
}
