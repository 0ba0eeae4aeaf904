package io.frontlineservice.template;

import io.frontlineservice.datafile.FileLocation;
import io.frontlineservice.datafile.ReloadingFile;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The current catalogue, reloaded when its file changes; empty if no file is configured.
 * Used by {@link TemplateService} and {@link PreviewEndpoint}. Thread-safe.
 */
final class CatalogueFile implements MeterBinder, AutoCloseable {

	private static final Logger logger = LoggerFactory.getLogger(CatalogueFile.class);

	private final @Nullable ReloadingFile<Catalogue> file;

	private CatalogueFile(@Nullable ReloadingFile<Catalogue> file) {
		this.file = file;
	}

	static CatalogueFile none() {
		return new CatalogueFile(null);
	}

	static CatalogueFile of(ReloadingFile<Catalogue> file) {
		return new CatalogueFile(file);
	}

	static ReloadingFile<Catalogue> watched(FileLocation location, Duration interval, Locale defaultLanguage) {
		return new ReloadingFile<>("templates", location, interval, (it) -> read(it, defaultLanguage));
	}

	private static Catalogue read(FileLocation location, Locale defaultLanguage) throws IOException {
		Catalogue catalogue = new CatalogueReader(defaultLanguage).read(location);
		logger.info("{} messages in {} categories in use, {} remarks", catalogue.size(), catalogue.entries().size(),
				catalogue.remarks().size());
		Stream.concat(catalogue.remarks().stream(), catalogue.warnings().stream())
			.forEach((remark) -> logger.warn("In the templates file, {}", remark));
		return catalogue;
	}

	Catalogue catalogue() {
		return (this.file != null) ? this.file.content() : Catalogue.EMPTY;
	}

	/** Why the current version of the file is not in use; null if it is in use. */
	@Nullable String changeNotInUse() {
		return (this.file != null) ? this.file.lastError() : null;
	}

	@Override
	public void bindTo(MeterRegistry meters) {
		if (this.file != null) {
			this.file.bindTo(meters);
		}
	}

	@Override
	public void close() {
		if (this.file != null) {
			this.file.close();
		}
	}

}
