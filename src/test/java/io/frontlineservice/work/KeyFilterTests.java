package io.frontlineservice.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.zaxxer.hikari.HikariDataSource;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.DefaultApplicationArguments;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A filter never says that a key has no rows if it may have some. */
class KeyFilterTests {

	private final HikariDataSource database = TestStore.open("jdbc:sqlite::memory:");

	private final JdbcClient store = JdbcClient.create(this.database);

	private final KeyFilter filter = filter("jdbc:sqlite:data/frontline.db");

	@BeforeEach
	void createTable() {
		this.store.sql("create table letter (address text)").update();
	}

	@AfterEach
	void close() {
		this.database.close();
	}

	@Test
	void everyKeyMayHaveRowsUntilTheyAreRead() {
		assertThat(mayContain("anna")).isTrue();
		this.filter.readOnce();
		assertThat(mayContain("anna")).isFalse();
	}

	@Test
	void rowsOfAnEarlierStartAreFound() {
		write("anna");
		write(null);
		this.filter.readOnce();
		assertThat(mayContain("anna")).isTrue();
		assertThat(mayContain("ben")).isFalse();
		assertThat(mayContain("ben", "anna")).isTrue();
		assertThat(mayContain()).isFalse();
	}

	@Test
	void addedKeysAreFoundWhetherOrNotRowsWereReadBefore() {
		this.filter.add("early");
		this.filter.readOnce();
		this.filter.add("late");
		this.filter.add(null);
		assertThat(mayContain("early")).isTrue();
		assertThat(mayContain("late")).isTrue();
		assertThat(mayContain("other")).isFalse();
	}

	@Test
	void rowsAreReadAgainAfterFailure() {
		write("anna");
		this.store.sql("alter table letter rename to hidden").update();
		assertThatExceptionOfType(DataAccessException.class).isThrownBy(this.filter::readOnce);
		assertThat(mayContain("ben")).isTrue();
		this.store.sql("alter table hidden rename to letter").update();
		this.filter.readOnce();
		assertThat(mayContain("ben")).isFalse();
		assertThat(mayContain("anna")).isTrue();
	}

	@Test
	void rowsAreReadBeforeTheServiceIsReady() {
		KeyFilters filters = filters("jdbc:sqlite:data/frontline.db");
		KeyFilter other = filters.of("select address from letter");
		filters.run(new DefaultApplicationArguments());
		assertThat(other.mayContain(List.of("anna"))).isFalse();
	}

	@Test
	void startGoesOnIfRowsCannotBeRead() {
		KeyFilters filters = filters("jdbc:sqlite:data/frontline.db");
		KeyFilter other = filters.of("select address from missing");
		filters.run(new DefaultApplicationArguments());
		assertThat(other.mayContain(List.of("anna"))).isTrue();
	}

	@Test
	void otherInstancesMayWriteToSharedStore() {
		KeyFilter shared = filter("jdbc:postgresql://localhost/frontline");
		shared.add("anna");
		shared.readOnce();
		assertThat(shared.mayContain(List.of("ben"))).isTrue();
	}

	private boolean mayContain(String... keys) {
		return this.filter.mayContain(List.of(keys));
	}

	private void write(@Nullable String address) {
		this.store.sql("insert into letter (address) values (:address)").param("address", address).update();
	}

	private KeyFilter filter(String url) {
		return filters(url).of("select address from letter");
	}

	private KeyFilters filters(String url) {
		return new KeyFilters(new StoreSettings(url, null, null), this.store);
	}

}
