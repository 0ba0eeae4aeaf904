package io.frontlineservice.load.crm;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * How the CRM behaves. The load run writes it to a file, and {@link SlowCrm} reads this
 * file in the process of the service.
 */
public enum CrmMode {

	/** Answers after a delay. */
	ANSWERING,

	/** Neither answers nor fails. */
	HANGING,

	/** Fails after a delay. */
	FAILING;

	private static final String FILE = "crm-mode.txt";

	/** Sets this mode for the service that runs in this folder. */
	public void in(Path folder) throws IOException {
		Path news = Files.writeString(folder.resolve(FILE + ".new"), name());
		Files.move(news, folder.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
	}

	/** The mode that is set in the folder of this process. */
	static CrmMode now() {
		try {
			return valueOf(Files.readString(Path.of(FILE)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
