package id.go.setneg.dumas.intake.office;

import com.jcraft.jsch.ChannelSftp.LsEntry;
import org.apache.camel.Exchange;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileEndpoint;
import org.apache.camel.component.file.GenericFileOperations;
import org.apache.camel.component.file.remote.SftpOperations;
import org.apache.camel.component.file.remote.SftpRemoteFile;
import org.apache.camel.component.file.remote.strategy.SftpChangedExclusiveReadLockStrategy;
import org.apache.camel.component.file.strategy.GenericFileExpressionRenamer;
import org.apache.camel.component.file.strategy.GenericFileRenameProcessStrategy;

/**
 * Moves a file on an SFTP server away once it is fetched, unless the office has put another of the same name there meanwhile:
 * that one is fetched next. Does what the endpoint says of {@code move} and {@code readLock: changed}.
 */
public final class FetchedFiles extends GenericFileRenameProcessStrategy<LsEntry> {

    private static final String VERSION = "hubFetchedVersion";

    @Override
    public void prepareOnStartup(GenericFileOperations<LsEntry> operations, GenericFileEndpoint<LsEntry> endpoint)
            throws Exception {
        var still = new SftpChangedExclusiveReadLockStrategy();
        still.setCheckInterval(endpoint.getReadLockCheckInterval());
        still.setTimeout(endpoint.getReadLockTimeout());
        still.setReadLockLoggingLevel(endpoint.getReadLockLoggingLevel());
        setExclusiveReadLockStrategy(still);
        setCommitRenamer(new GenericFileExpressionRenamer<>(endpoint.getMove()));
        super.prepareOnStartup(operations, endpoint);
    }

    @Override
    public boolean begin(
            GenericFileOperations<LsEntry> operations,
            GenericFileEndpoint<LsEntry> endpoint,
            Exchange exchange,
            GenericFile<LsEntry> file)
            throws Exception {
        boolean begun = super.begin(operations, endpoint, exchange, file);
        if (begun) {
            exchange.setProperty(VERSION, version(operations, file));
        }
        return begun;
    }

    @Override
    public void commit(
            GenericFileOperations<LsEntry> operations,
            GenericFileEndpoint<LsEntry> endpoint,
            Exchange exchange,
            GenericFile<LsEntry> file)
            throws Exception {
        if (version(operations, file).equals(exchange.getProperty(VERSION))) {
            super.commit(operations, endpoint, exchange, file);
        } else {
            rollback(operations, endpoint, exchange, file);
        }
    }

    /** As the server has it now: its clock counts seconds. */
    private static Version version(GenericFileOperations<?> operations, GenericFile<?> file) {
        SftpRemoteFile<?>[] found = ((SftpOperations) operations).listFiles(file.getAbsoluteFilePath());
        return found.length == 1
                ? new Version(found[0].getFileLength(), found[0].getLastModified())
                : new Version(-1, 0);
    }
}
