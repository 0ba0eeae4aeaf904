package io.frontlineservice.load.crm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * How the CRM is. Set by the load run, and read in the service's process by
 * {@link SlowCrm}; a file carries it from the one to the other.
 */
public enum CrmMode {

	/** It answers, after a while. */
	ANSWERING,

	/** It does not answer, and does not fail. */
	HANGING,

	/** It fails, after a while. */
	FAILING;

	private static final String FILE = "crm-mode.txt";

	/** Has the CRM of the service that runs in that folder be like this from now on. */
	public void in(Path folder) throws IOException {
		Path news = Files.writeString(folder.resolve(FILE + ".new"), name());
		Files.move(news, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
	}

	/** What it is in the folder of this process. */
	static CrmMode now() {
		try {
			return valueOf(Files.readString(Path.of(FILE)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
