package io.frontlineservice.crm.token;

import static org.assertj.core.api.Assertions.assertThat;

import io.frontlineservice.crm.http.AccessTokens;
import io.frontlineservice.crm.http.RotatingTokens;
import io.frontlineservice.crm.http.TokenFamily;
import io.frontlineservice.crm.http.TokenServer;
import io.frontlineservice.crm.http.TokenStore;
import io.frontlineservice.limit.Deadline;
import io.frontlineservice.work.TestStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Tokens in the file of one instance. */
@Timeout(60)
class EmbeddedTokensTests {

	private final AtomicLong nanos = new AtomicLong();

	private final TokenServer crm = new TokenServer();

	private final TokenFamily family = this.crm.family(this.crm.authorize());

	@TempDir
	private Path folder;

	@AfterEach
	void close() {
		this.crm.close();
	}

	@Test
	void restartedInstanceUsesTheStoredTokens() {
		try (TestInstance instance = instance()) {
			assertThat(header(instance)).isEqualTo("Bearer access-1");
		}
		try (TestInstance instance = instance()) {
			assertThat(header(instance)).isEqualTo("Bearer access-1");
			this.nanos.addAndGet(Duration.ofHours(1).toNanos());
			assertThat(header(instance)).isEqualTo("Bearer access-2");
		}
		assertThat(this.crm.refusals()).isZero();
	}

	@Test
	void storeIsFreeWhileTheCrmAnswers() {
		try (TestInstance instance = instance()) {
			this.crm.onAnswer(() -> assertThat(instance.client().sql("update store_probe set written_at = 1").update())
				.isEqualTo(1));
			assertThat(header(instance)).isEqualTo("Bearer access-1");
		}
	}

	@Test
	void storeOfTheServiceIsInjected() {
		new ApplicationContextRunner().withUserConfiguration(TestStore.wiring(), TokenConfiguration.class)
			.withPropertyValues("frontline.store.url=jdbc:sqlite:" + this.folder.resolve("store.db"))
			.run((context) -> {
				RotatingTokens tokens = this.crm.source(this.family, context.getBean(TokenStore.class));
				assertThat(tokens.fetch(Deadline.in(Duration.ofSeconds(8))).value().reveal()).isEqualTo("access-1");
			});
	}

	private TestInstance instance() {
		return new TestInstance("jdbc:sqlite:" + this.folder.resolve("store.db"), this.nanos);
	}

	private String header(TestInstance instance) {
		AccessTokens tokens = instance.tokens(this.crm, this.family);
		return tokens.header(Deadline.in(Duration.ofSeconds(8)));
	}

}
