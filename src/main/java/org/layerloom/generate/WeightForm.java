package org.layerloom.generate;

/// In what form a model's large matrices are held in memory.
public enum WeightForm {
    /// As the files have them.
    STORED,
    /// In eight bits a value with a scale for each row: half the memory of 16 bits, and a little off.
    INT8
}
