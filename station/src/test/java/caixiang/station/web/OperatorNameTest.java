package caixiang.station.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OperatorNameTest {

    @ParameterizedTest
    @CsvSource(
            nullValues = "absent",
            value = {
                "absent, console",
                "'', console",
                "'  ', console",
                "%E5%B0%8F%E6%9D%8E, 小李",
                "a+b%20c, a+b c",
                "%0Aline, line",
                "%zz, console",
                "%, console",
                "0123456789012345678901234567890123456789x, 0123456789012345678901234567890123456789",
            })
    void theNameIsDecodedAndKeptShort(String header, String name) {
        assertEquals(name, OperatorName.of(header));
    }
}
