package org.layerloom.files;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Makes a second start of the program hand its files to the window that is open already. The first start holds a lock
/// and listens at a local socket beside it; a later one waits for its greeting, sends the files and waits until they
/// are taken. Where nobody takes them (the first is just ending, hangs, or no socket can be made) the later start is to
/// open a window itself, so that no file is lost; who did not wait for the greeting sent nothing that could be opened
/// twice.
public final class Handover implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int GREETING = 1;
    private static final int MOST_FILES = 1000;

    /// Takes files that a later start sent; false where they cannot be taken any more.
    public interface Taker {
        boolean take(List<Path> files);
    }

    private final boolean done;
    private final Optional<FileHold> hold;
    private final Optional<ServerSocketChannel> server;

    private Handover(boolean done, Optional<FileHold> hold, Optional<ServerSocketChannel> server) {
        this.done = done;
        this.hold = hold;
        this.server = server;
    }

    /// Hands files over to the program that runs already, or becomes that program for later starts. Waits 5 seconds
    /// for its greeting, and as long for its answer.
    ///
    /// @param folder of the user's own, made where it does not exist
    /// @param screen what a window can be seen on: programs on different ones know nothing of each other
    /// @param files absolute; none asks for the window alone
    public static Handover begin(Path folder, String screen, List<Path> files) {
        return begin(folder, screen, files, PATIENCE);
    }

    static Handover begin(Path folder, String screen, List<Path> files, Duration patience) {
        String name = "window-" + Integer.toHexString(screen.hashCode());
        Path socket = folder.resolve(name + ".socket");
        long end = System.nanoTime() + patience.toNanos();
        try {
            makePrivate(folder);
            do {
                Optional<FileHold> hold = FileHold.take(folder.resolve(name + ".lock"));
                if (hold.isPresent()) {
                    return first(hold.get(), listenAt(socket));
                }
                if (send(socket, files, Duration.ofNanos(Math.max(1, end - System.nanoTime())))) {
                    return new Handover(true, Optional.empty(), Optional.empty());
                }
                Thread.sleep(PAUSE);
            } while (System.nanoTime() < end);
        } catch (IOException | InterruptedException e) {
            // This start opens a window of its own.
        }
        return new Handover(false, Optional.empty(), Optional.empty());
    }

    /// Without a socket a start is on its own, and so are those after it: a lock would make them wait for nobody.
    private static Handover first(FileHold hold, Optional<ServerSocketChannel> server) throws IOException {
        if (server.isEmpty()) {
            hold.close();
            return new Handover(false, Optional.empty(), server);
        }
        return new Handover(false, Optional.of(hold), server);
    }

    /// Whether the files were taken by a window that is open already.
    public boolean isDone() {
        return done;
    }

    /// Gives what later starts send to `taker`, on threads of their own, until this is closed.
    public void listen(Taker taker) {
        server.ifPresent(channel -> Thread.ofVirtual().name("handover").start(() -> accept(channel, taker)));
    }

    private static void makePrivate(Path folder) throws IOException {
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
    }

    private static Optional<ServerSocketChannel> listenAt(Path socket) {
        try {
            Files.deleteIfExists(socket); // left by a program that was killed
            ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
            try {
                return Optional.of(server.bind(UnixDomainSocketAddress.of(socket)));
            } catch (IOException | RuntimeException e) {
                server.close();
                throw e;
            }
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // no sockets in this file system, or too long a path: every start is on its own
        }
    }

    private static void accept(ServerSocketChannel server, Taker taker) {
        while (server.isOpen()) {
            try {
                SocketChannel channel = server.accept();
                Thread.ofVirtual().start(() -> receive(channel, taker));
            } catch (IOException e) {
                return; // closed
            }
        }
    }

    private static void receive(SocketChannel channel, Taker taker) {
        try (channel) {
            DataOutputStream out = new DataOutputStream(Channels.newOutputStream(channel));
            out.writeByte(GREETING); // fails where the sender has given up
            DataInputStream in = new DataInputStream(Channels.newInputStream(channel));
            int count = Math.clamp(in.readInt(), 0, MOST_FILES);
            List<Path> files = new ArrayList<>();
            for (int i = 0; i < count; i++) {
                files.add(Path.of(in.readUTF()));
            }
            out.writeBoolean(taker.take(files));
        } catch (IOException | RuntimeException e) {
            // Without an answer the sender opens the files itself.
        }
    }

    private static boolean send(Path socket, List<Path> files, Duration patience) throws InterruptedException {
        CompletableFuture<Boolean> greeting = new CompletableFuture<>();
        CompletableFuture<Boolean> answer = new CompletableFuture<>();
        Thread sender = Thread.ofVirtual().start(() -> {
            answer.complete(ask(socket, files, greeting));
            greeting.complete(false); // where it has not come
        });
        try {
            return greeting.get(patience.toNanos(), TimeUnit.NANOSECONDS)
                    && answer.get(PATIENCE.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException | TimeoutException e) {
            greeting.complete(false); // one that comes now is too late
            sender.interrupt(); // closes the channel
            return false;
        }
    }

    private static boolean ask(Path socket, List<Path> files, CompletableFuture<Boolean> greeting) {
        try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(socket))) {
            DataInputStream in = new DataInputStream(Channels.newInputStream(channel));
            if (in.readByte() != GREETING || !greeting.complete(true)) {
                return false;
            }
            DataOutputStream out = new DataOutputStream(Channels.newOutputStream(channel));
            out.writeInt(files.size());
            for (Path file : files) {
                out.writeUTF(file.toString());
            }
            out.flush();
            return in.readBoolean();
        } catch (IOException e) {
            return false;
        }
    }

    @Override
    public void close() {
        try {
            if (server.isPresent()) {
                server.get().close();
            }
            if (hold.isPresent()) {
                hold.get().close();
            }
        } catch (IOException e) {
            // They end with the program.
        }
    }
}
